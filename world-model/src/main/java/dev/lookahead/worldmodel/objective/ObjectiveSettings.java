package dev.lookahead.worldmodel.objective;

import java.util.List;

/**
 * The choices of a training objective.
 *
 * @param weights how much every term counts
 * @param loss how predictions are compared with targets
 * @param target where targets come from
 * @param rolloutSteps how far predictions are fed back k, at least one; one means teacher forcing
 *     only
 * @param truncateRollout whether the gradient stops between rollout steps (jepa-wms, arXiv
 *     2512.24497: truncated backpropagation)
 * @param sigRegDirections random directions per step M
 * @param inverseHidden the hidden extent of the inverse dynamics MLP
 * @param distanceShapesEncoder whether the temporal distance sends its gradient into encoder and
 *     predictor, or only trains its head
 */
public record ObjectiveSettings(
    ObjectiveWeights weights,
    PredictionLoss loss,
    TargetEncoder target,
    int rolloutSteps,
    boolean truncateRollout,
    int sigRegDirections,
    int inverseHidden,
    boolean distanceShapesEncoder) {

  /** Checks the counts. */
  public ObjectiveSettings {
    if (rolloutSteps < 1 || sigRegDirections < 1 || inverseHidden < 1) {
      throw new IllegalArgumentException(
          "rolloutSteps, sigRegDirections and inverseHidden are at least 1, got "
              + rolloutSteps
              + ", "
              + sigRegDirections
              + ", "
              + inverseHidden);
    }
    if (weights.rollout() > 0 && rolloutSteps == 1) {
      throw new IllegalArgumentException(
          "a weight on rollout needs rolloutSteps of at least 2, got 1");
    }
    if (target == TargetEncoder.FROZEN) {
      refuseShaping(weights);
    }
  }

  /** The terms that shape an encoder: there is nothing for them to act on where it is frozen. */
  private static void refuseShaping(ObjectiveWeights weights) {
    List<String> shaping =
        Term.active(weights).stream().filter(Term::shapesEncoder).map(Term::label).toList();
    if (!shaping.isEmpty()) {
      throw new IllegalArgumentException(
          "a frozen encoder cannot be shaped; set these weights to 0: " + shaping);
    }
  }

  /** LeWM: L2 to the encoder's own latents, SIGReg, one step. */
  public static ObjectiveSettings defaults() {
    return of(ObjectiveWeights.leWm(), TargetEncoder.ONLINE);
  }

  /** L2, one step (two where rollouts count), with the given weights and targets. */
  public static ObjectiveSettings of(ObjectiveWeights weights, TargetEncoder target) {
    return new ObjectiveSettings(
        weights, PredictionLoss.L2, target, weights.rollout() > 0 ? 2 : 1, false, 256, 256, false);
  }
}
