package dev.lookahead.launch.soak;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.SubgoalPolicy;
import dev.lookahead.sim.Simulator;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** A planner that is sent elsewhere every so often, between two of its steps. */
final class Wanderer implements Policy {

  private final SubgoalPolicy planner;
  private final Simulator world;
  private final long everyNanos;
  private final RandomGenerator random;
  private final LongSupplier nanoClock;
  private long nextNanos;

  /**
   * @param world to draw goals from; its own
   * @param everyNanos from one goal to the next
   */
  Wanderer(
      SubgoalPolicy planner,
      Simulator world,
      long everyNanos,
      RandomGenerator random,
      LongSupplier nanoClock) {
    this.planner = planner;
    this.world = world;
    this.everyNanos = everyNanos;
    this.random = random;
    this.nanoClock = nanoClock;
    this.nextNanos = nanoClock.getAsLong();
  }

  private void wander() {
    long now = nanoClock.getAsLong();
    if (now - nextNanos >= 0) {
      nextNanos = now + everyNanos;
      world.reset(random.nextLong());
      planner.pursue(List.of(new Goal(world.render(world.goalState(), world.frameSize()))));
    }
  }

  @Override
  public Optional<Action> act(Observation now) {
    wander();
    return planner.act(now);
  }

  @Override
  public void observe(Observation now) {
    planner.observe(now);
  }

  @Override
  public void executed(Action action) {
    planner.executed(action);
  }

  @Override
  public void interrupt() {
    planner.interrupt();
  }

  @Override
  public void forget() {
    planner.forget();
  }

  @Override
  public Foresight foresight() {
    return planner.foresight();
  }
}
