package dev.lookahead.worldmodel.statistics;

import org.hipparchus.stat.correlation.SpearmansCorrelation;

/** Spearman's rank correlation: whether one quantity grows with another, however curved. */
public final class RankCorrelation {

  private RankCorrelation() {}

  /**
   * From -1 to 1; NaN if one of them is constant.
   *
   * @param x n values, at least two
   * @param y n values
   */
  public static double spearman(double[] x, double[] y) {
    return new SpearmansCorrelation().correlation(x, y);
  }
}
