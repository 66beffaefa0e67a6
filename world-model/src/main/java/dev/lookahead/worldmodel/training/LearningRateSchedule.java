package dev.lookahead.worldmodel.training;

/**
 * The learning rate over training: linear warmup, then half a cosine (Loshchilov and Hutter 2017,
 * SGDR, eq. 5).
 *
 * @param peak the highest rate, reached at the end of the warmup, positive
 * @param warmupSteps steps of the warmup, not negative and below {@code totalSteps}
 * @param totalSteps steps of the whole training, at least one
 * @param finalFraction the last rate as a fraction of the peak, in [0, 1]
 */
public record LearningRateSchedule(
    float peak, long warmupSteps, long totalSteps, float finalFraction) {

  /** Checks every range. */
  public LearningRateSchedule {
    if (!(peak > 0)
        || warmupSteps < 0
        || warmupSteps >= totalSteps
        || !(finalFraction >= 0 && finalFraction <= 1)) {
      throw new IllegalArgumentException(
          "peak > 0, 0 <= warmupSteps < totalSteps and finalFraction in [0, 1] expected, got "
              + peak
              + ", "
              + warmupSteps
              + ", "
              + totalSteps
              + ", "
              + finalFraction);
    }
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
}
