package dev.lookahead.sim.evaluation;

import dev.lookahead.planner.Policy;
import dev.lookahead.planner.mpc.MpcEvent;
import dev.lookahead.sim.Simulator;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/** What is evaluated: makes one policy per episode. */
@FunctionalInterface
public interface EpisodePolicies {

  /**
   * A policy for the episode that begins.
   *
   * @param simulator at the start, its goal set; a planner takes nothing from it but the picture of
   *     the goal
   * @param random the randomness of this episode
   * @param nanoClock measures planning
   * @param events is told what a planner does
   */
  Policy begin(
      Simulator simulator,
      RandomGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> events);
}
