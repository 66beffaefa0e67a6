package dev.lookahead.worldmodel.training;

/**
 * The learning rate over training: linear warmup, then half a cosine (Loshchilov and Hutter 2017,
 * SGDR, eq. 5).
 *
 * @param peak the highest rate, reached at the end of the warmup, positive and finite
 * @param warmupSteps steps of the warmup, not negative and below {@code totalSteps}
 * @param totalSteps steps of the whole training, at least one
 * @param finalFraction the last rate as a fraction of the peak, in [0, 1]
 */
public record LearningRateSchedule(
    float peak, long warmupSteps, long totalSteps, float finalFraction) {

  /** Checks every range. */
  public LearningRateSchedule {
    require(peak > 0 && Float.isFinite(peak), "peak", peak, "positive and finite");
    require(totalSteps >= 1, "totalSteps", totalSteps, "at least 1");
    require(
        warmupSteps >= 0 && warmupSteps < totalSteps,
        "warmupSteps",
        warmupSteps,
        "in [0, " + totalSteps + ")");
    require(finalFraction >= 0 && finalFraction <= 1, "finalFraction", finalFraction, "in [0, 1]");
  }

  /** The rate of step k, counted from zero; the last one from {@code totalSteps} on. */
  public float at(long step) {
    if (step < warmupSteps) {
      return peak * (step + 1) / warmupSteps;
    }
    double progress = Math.min(1.0, (double) (step - warmupSteps) / (totalSteps - warmupSteps));
    double cosine = 0.5 * (1 + StrictMath.cos(StrictMath.PI * progress));
    return (float) (peak * (finalFraction + (1 - finalFraction) * cosine));
  }

  private static void require(boolean fits, String name, Object found, String range) {
    if (!fits) {
      throw new IllegalArgumentException(name + " must be " + range + ", got " + found);
    }
  }
}
