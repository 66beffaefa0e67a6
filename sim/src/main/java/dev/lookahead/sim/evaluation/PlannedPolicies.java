package dev.lookahead.sim.evaluation;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.Simulator;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Model-predictive control toward the picture of the goal.
 *
 * @param mpc model, planner and settings; the model is borrowed
 */
public record PlannedPolicies(Mpc mpc) implements EpisodePolicies {

  @Override
  public Policy begin(
      Simulator simulator,
      RandomGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> events) {
    return mpc.policy(simulator.goal(), random, nanoClock, events);
  }
}
