package dev.lookahead.sim.evaluation;

import dev.lookahead.bridge.ControlLoop;
import dev.lookahead.bridge.LoopEvent;
import dev.lookahead.bridge.Tick;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Runs the episodes of a protocol with the control loop of the robot: observe, plan, guard, act.
 *
 * <p>Every episode takes exactly the budget, whether the goal is reached early or not. An episode
 * depends on the seed and its index alone, so that parts of a protocol give what the whole gives.
 * What the planner draws and what the clock says are kept apart: the clock changes only {@link
 * PlanTime}, unless the planner has a deadline. Thread: one at a time.
 */
public final class ClosedLoopEvaluation {

  private final Simulator simulator;
  private final EpisodePolicies policies;
  private final long seed;
  private final LongSupplier nanoClock;
  private final Consumer<? super EvaluationEvent> events;

  /**
   * @param simulator borrowed; its frames have the size the policies expect
   * @param policies what is evaluated
   * @param seed of everything random
   * @param nanoClock measures planning; decides nothing
   * @param events is told on the calling thread
   */
  public ClosedLoopEvaluation(
      Simulator simulator,
      EpisodePolicies policies,
      long seed,
      LongSupplier nanoClock,
      Consumer<? super EvaluationEvent> events) {
    this.simulator = simulator;
    this.policies = policies;
    this.seed = seed;
    this.nanoClock = nanoClock;
    this.events = events;
  }

  /**
   * Runs all episodes in order.
   *
   * @throws IllegalArgumentException if the protocol does not fit the world
   */
  public List<EpisodeResult> run(Protocol protocol) {
    return run(protocol, 0, 1, () -> false);
  }

  /**
   * Runs every {@code stride}-th episode, beginning with episode {@code first}.
   *
   * @param stopRequested is asked before every step; when it is true the episode under way is
   *     dropped and what is complete is returned
   */
  public List<EpisodeResult> run(
      Protocol protocol, int first, int stride, BooleanSupplier stopRequested) {
    protocol.check(simulator);
    List<EpisodeResult> results = new ArrayList<>();
    for (int episode = first; episode < protocol.episodes().size(); episode += stride) {
      EpisodeLog log = record(protocol, episode, stopRequested);
      if (stopRequested.getAsBoolean()) {
        break;
      }
      EpisodeResult result = log.result();
      results.add(result);
      events.accept(new EvaluationEvent.Finished(result));
    }
    return results;
  }

  private EpisodeLog record(Protocol protocol, int episode, BooleanSupplier stopRequested) {
    StartGoal pair = protocol.episodes().get(episode);
    simulator.reset(seed);
    simulator.setState(pair.start().toArray());
    simulator.setGoalState(pair.goal().toArray());
    EpisodeLog log = new EpisodeLog(episode, pair, simulator);
    events.accept(new EvaluationEvent.Started(episode, pair, simulator.goal()));
    Consumer<MpcEvent> planning =
        event -> {
          log.planning(event);
          events.accept(new EvaluationEvent.Planning(episode, event));
        };
    Policy policy =
        policies.begin(simulator, EpisodeSeed.generator(seed, episode), nanoClock, planning);
    ControlLoop loop =
        new ControlLoop(
            simulator,
            policy,
            SafetyProfile.turnBased(simulator.actionSpace()),
            nanoClock,
            ClosedLoopEvaluation::refuseFailures);
    loop.signal(SafetySignal.ARM);
    for (int step = 0; step < protocol.budgetSteps() && !stopRequested.getAsBoolean(); step++) {
      Tick tick = loop.tick();
      log.stepped(tick);
      events.accept(
          new EvaluationEvent.Stepped(
              episode, tick, simulator.goalDistance(), simulator.terminated()));
    }
    return log;
  }

  /** A robot survives a policy that throws; a measurement of such a policy would mean nothing. */
  private static void refuseFailures(LoopEvent event) {
    if (event instanceof LoopEvent.PolicyFailed failed) {
      throw new IllegalStateException("the policy failed at step " + failed.tick(), failed.cause());
    }
  }
}
