package dev.lookahead.worldmodel.objective;

/**
 * The momentum of a moving-average target encoder: rises from start to end along a half cosine, 1 -
 * (1 - m) (cos(pi k / K) + 1) / 2 for an end of one (Grill et al. 2020, BYOL, section 3.2). I-JEPA
 * starts at 0.996 and ends at one.
 *
 * @param start in [0, end]
 * @param end at most one
 * @param steps the optimiser steps it takes K, at least one
 */
public record MomentumSchedule(float start, float end, long steps) {

  /** Checks the range. */
  public MomentumSchedule {
    if (!(start >= 0 && start <= end && end <= 1) || steps < 1) {
      throw new IllegalArgumentException(
          "0 <= start <= end <= 1 and steps >= 1 expected, got "
              + start
              + ", "
              + end
              + ", "
              + steps);
    }
  }

  /** From 0.996 to one (I-JEPA). */
  public static MomentumSchedule over(long steps) {
    return new MomentumSchedule(0.996f, 1f, steps);
  }

  /** The momentum of step k, counted from zero; the end once all steps are taken. */
  public float at(long step) {
    double progress = Math.min(1.0, (double) step / steps);
    return (float) (end - (end - start) * (StrictMath.cos(StrictMath.PI * progress) + 1) / 2);
  }
}
