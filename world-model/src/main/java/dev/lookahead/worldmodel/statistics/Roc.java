package dev.lookahead.worldmodel.statistics;

import org.hipparchus.stat.ranking.NaturalRanking;

/** How well a score tells two kinds of cases apart. */
public final class Roc {

  private Roc() {}

  /**
   * The area under the receiver operating characteristic: the probability that a positive case
   * scores above a negative one, ties counting half (Mann-Whitney U over n m; Hanley and McNeil
   * 1982). One half is chance; NaN if one of the kinds is absent.
   */
  public static double area(double[] negatives, double[] positives) {
    int n = negatives.length;
    int m = positives.length;
    if (n == 0 || m == 0) {
      return Double.NaN;
    }
    double[] all = new double[n + m];
    System.arraycopy(positives, 0, all, 0, m);
    System.arraycopy(negatives, 0, all, m, n);
    double[] ranks = new NaturalRanking().rank(all);
    double sum = 0;
    for (int i = 0; i < m; i++) {
      sum += ranks[i];
    }
    return (sum - m * (m + 1.0) / 2) / ((double) n * m);
  }
}
