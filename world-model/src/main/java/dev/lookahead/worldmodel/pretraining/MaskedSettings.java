package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.objective.PredictionLoss;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import java.util.Optional;

/**
 * The choices of a masked objective.
 *
 * @param predict what is predicted
 * @param target which encoder's latents; without meaning where pixels are predicted
 * @param loss how predictions are compared with targets
 * @param predictor what predicts; without one the mean of the context's tokens stands for every
 *     target, wherever it is
 * @param sigReg the weight of SIGReg on the mean of a picture's tokens; zero for none. It takes the
 *     place of moving average and stopped gradient (LeJEPA), so it needs an online target
 * @param sigRegDirections random directions per step M
 */
public record MaskedSettings(
    Prediction predict,
    TargetEncoder target,
    PredictionLoss loss,
    Optional<PredictorExtent> predictor,
    float sigReg,
    int sigRegDirections) {

  /** What is predicted at the target places. */
  public enum Prediction {
    /** The target encoder's tokens, normalised (I-JEPA). */
    LATENTS,
    /** The pixels, normalised per patch (He et al. 2022, MAE, section 4). */
    PIXELS
  }

  /**
   * How large the predictor is.
   *
   * @param width of its tokens; narrow against the encoder's
   * @param depth blocks
   * @param heads a divisor of width
   */
  public record PredictorExtent(int width, int depth, int heads) {

    /** Half as wide as the default encoder, three blocks. */
    public static PredictorExtent defaults() {
      return new PredictorExtent(48, 3, 3);
    }
  }

  /** Checks that the choices fit each other. */
  public MaskedSettings {
    if (!(sigReg >= 0 && Float.isFinite(sigReg)) || sigRegDirections < 1) {
      throw new IllegalArgumentException(
          "sigReg must be finite and at least 0 and sigRegDirections at least 1, got %s and %d"
              .formatted(sigReg, sigRegDirections));
    }
    if (target == TargetEncoder.FROZEN) {
      throw new IllegalArgumentException(
          "target must be ONLINE, STOPPED or AVERAGED where the encoder is what learns, got FROZEN");
    }
    if (sigReg > 0 && (target != TargetEncoder.ONLINE || predict != Prediction.LATENTS)) {
      throw new IllegalArgumentException(
          "sigReg above 0 needs target ONLINE and predict LATENTS, got %s and %s"
              .formatted(target, predict));
    }
  }

  /** I-JEPA: smooth L1 to the latents of a moving average, a narrow predictor. */
  public static MaskedSettings defaults() {
    return new MaskedSettings(
        Prediction.LATENTS,
        TargetEncoder.AVERAGED,
        PredictionLoss.SMOOTH_L1,
        Optional.of(PredictorExtent.defaults()),
        0,
        256);
  }

  /** Whether there is a second encoder that follows the first. */
  boolean averages() {
    return predict == Prediction.LATENTS && target == TargetEncoder.AVERAGED;
  }
}
