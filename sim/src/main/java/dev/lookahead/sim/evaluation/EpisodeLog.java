package dev.lookahead.sim.evaluation;

import dev.lookahead.bridge.Tick;
import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Collects what happens in one episode, until it is an {@link EpisodeResult}. */
final class EpisodeLog {

  private final int episode;
  private final StartGoal pair;
  private final Simulator simulator;
  private final List<StateVector> states = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private final List<Double> distances = new ArrayList<>();
  private final List<PlanRecord> plans = new ArrayList<>();
  private final List<PlanTime> planTimes = new ArrayList<>();
  private OptionalInt successSteps = OptionalInt.empty();
  private int guardedSteps;
  private int heldSteps;

  /** A record that begins with the simulator's state. */
  EpisodeLog(int episode, StartGoal pair, Simulator simulator) {
    this.episode = episode;
    this.pair = pair;
    this.simulator = simulator;
    look();
  }

  void planning(MpcEvent event) {
    if (event instanceof MpcEvent.Planned planned) {
      plans.add(PlanRecord.of(planned));
      planTimes.add(PlanTime.of(planned));
    }
  }

  /** After every step, while the simulator stands where it led. */
  void stepped(Tick tick) {
    GuardedAction sent = tick.sent().orElseThrow();
    actions.add(sent.action());
    guardedSteps += sent.reasons().isEmpty() ? 0 : 1;
    heldSteps += tick.wanted().isEmpty() ? 1 : 0;
    look();
    if (successSteps.isEmpty() && simulator.terminated()) {
      successSteps = OptionalInt.of(actions.size());
    }
  }

  EpisodeResult result() {
    return new EpisodeResult(
        episode,
        pair,
        successSteps,
        simulator.terminated(),
        new Trajectory(states, actions, distances),
        plans,
        planTimes,
        guardedSteps,
        heldSteps);
  }

  private void look() {
    states.add(new StateVector(simulator.state()));
    distances.add(simulator.goalDistance());
  }
}
