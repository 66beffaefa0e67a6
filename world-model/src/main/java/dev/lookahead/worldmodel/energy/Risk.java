package dev.lookahead.worldmodel.energy;

import java.util.Arrays;

/**
 * What the costs of several sampled futures amount to.
 *
 * @param measure how
 * @param tail the share of the worst futures that {@link Measure#CVAR} looks at, in (0, 1]: with
 *     one it is the mean, with less than one future's share the worst
 */
public record Risk(Measure measure, float tail) {

  /** How several costs become one. */
  public enum Measure {
    /** Their mean: on average the best, and indifferent to how bad it can get. */
    MEAN,
    /** The greatest: safe against every future that was sampled. */
    WORST,
    /**
     * The conditional value at risk: the mean over the worst share (Rockafellar and Uryasev 2000;
     * exact for equally likely samples, of which the last may count in part).
     */
    CVAR
  }

  /** Checks the range. */
  public Risk {
    if (!(tail > 0 && tail <= 1)) {
      throw new IllegalArgumentException("tail lies in (0, 1], got " + tail);
    }
  }

  /** The mean. */
  public static Risk defaults() {
    return new Risk(Measure.MEAN, 0.25f);
  }

  /** The greatest. */
  public static Risk worst() {
    return new Risk(Measure.WORST, 0.25f);
  }

  /** The mean over a share of the worst. */
  public static Risk cvar(float tail) {
    return new Risk(Measure.CVAR, tail);
  }

  /**
   * Aggregates.
   *
   * @param costs of M equally likely futures; put in ascending order
   * @return NaN if one of them is
   */
  public float of(float[] costs) {
    Arrays.sort(costs);
    double share =
        switch (measure) {
          case MEAN -> costs.length;
          case WORST -> 1;
          case CVAR -> Math.max(1, (double) tail * costs.length);
        };
    double sum = 0;
    for (int i = 0; i < share; i++) {
      sum += Math.min(1, share - i) * costs[costs.length - 1 - i];
    }
    return (float) (sum / share);
  }

  /**
   * Aggregates row by row.
   *
   * @param costs [N, M, L]
   * @param futures M
   * @param result [N, L], overwritten
   */
  public void over(float[] costs, int futures, int lengths, float[] result) {
    float[] each = new float[futures];
    for (int i = 0; i < result.length; i++) {
      int row = i / lengths * futures;
      for (int future = 0; future < futures; future++) {
        each[future] = costs[(row + future) * lengths + i % lengths];
      }
      result[i] = of(each);
    }
  }
}
