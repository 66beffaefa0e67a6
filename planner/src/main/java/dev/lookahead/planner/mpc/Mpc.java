package dev.lookahead.planner.mpc;

import dev.lookahead.planner.CandidateCost;
import dev.lookahead.planner.Planner;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.WorldModel;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * A way to control: a world model, a planner on it, penalties and settings.
 *
 * @param model borrowed; closed by whoever made it, after the last policy
 * @param planner searches each plan
 * @param composition makes the cost to minimise from the model's own, for example a {@link
 *     dev.lookahead.planner.cost.WeightedSum} of it and a penalty
 * @param config horizon, rhythm and deadline
 */
public record Mpc(
    WorldModel model, Planner planner, UnaryOperator<CandidateCost> composition, MpcConfig config) {

  /** Refuses a horizon the model cannot be asked for, and a planner for other actions. */
  public Mpc {
    planner.check(model.spec().actionSpace());
    int blockSteps = model.spec().blockSteps();
    if (config.horizonSteps() % blockSteps != 0) {
      throw new IllegalArgumentException(
          "horizonSteps must be a multiple of the model's block of "
              + blockSteps
              + " steps, got "
              + config.horizonSteps());
    }
  }

  /** Control by the model's cost alone. */
  public static Mpc of(WorldModel model, Planner planner, MpcConfig config) {
    return new Mpc(model, planner, UnaryOperator.identity(), config);
  }

  /** The same way to control with a deadline of its own or this one, whichever is shorter. */
  public Mpc withinBudget(long nanos) {
    return new Mpc(model, planner, composition, config.withinBudget(nanos));
  }

  /**
   * A policy for one episode.
   *
   * @param goal what to reach; from the same camera as the observations
   * @param random owned by the policy from here on
   * @param nanoClock measures planning and its deadline
   * @param events is told on the thread of the policy
   * @throws IllegalArgumentException if the model was made for other frames than the goal's
   */
  public MpcPolicy policy(
      Goal goal,
      RandomGenerator random,
      LongSupplier nanoClock,
      Consumer<? super MpcEvent> events) {
    return new MpcPolicy(this, goal, random, nanoClock, events);
  }
}
