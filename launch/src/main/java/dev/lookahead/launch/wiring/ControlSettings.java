package dev.lookahead.launch.wiring;

import dev.lookahead.planner.mpc.Mpc;
import dev.lookahead.planner.mpc.MpcConfig;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.jepa.GoalCost;

/**
 * How a robot is controlled with a world model.
 *
 * @param cost how far an imagined future is from the goal
 * @param futures how many futures of a plan are looked at, and what their costs amount to; of no
 *     effect for a model without a latent variable
 * @param penalties what actions cost besides
 * @param planner what searches
 * @param mpc horizon, rhythm and deadline
 * @param engine what computes: {@code torchscript}, or {@code eager} as a second opinion
 */
public record ControlSettings(
    GoalCost cost,
    FutureSampling futures,
    PenaltyWeights penalties,
    PlannerChoice planner,
    MpcConfig mpc,
    EngineChoice engine) {

  /** iCEM over 25 steps, replanned every five. */
  public static ControlSettings defaults() {
    return new ControlSettings(
        GoalCost.defaults(),
        FutureSampling.defaults(),
        PenaltyWeights.defaults(),
        PlannerChoice.IcemChoice.defaults(),
        MpcConfig.defaults(),
        EngineChoice.TORCHSCRIPT);
  }

  /**
   * Puts a model on the engine, to be controlled with.
   *
   * @return closed by the caller
   * @throws IllegalArgumentException if the cost needs a part that the model lacks
   */
  public WorldModel open(LoadedModel model) {
    return model.open(engine, cost, futures);
  }

  /**
   * Control with a model.
   *
   * @throws IllegalArgumentException if the horizon is no multiple of the model's block
   */
  public Mpc mpc(WorldModel model) {
    return new Mpc(
        model, planner.planner(), goal -> penalties.added(goal, model.spec().actionSpace()), mpc);
  }
}
