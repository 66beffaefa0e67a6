package dev.lookahead.worldmodel.statistics;

import java.util.function.ToDoubleFunction;

/**
 * Spearman's rank correlation: whether one quantity grows with another, however curved; over any
 * selection of the clusters that the pairs come in. Sorted once: a selection costs a pass.
 */
public final class RankCorrelation implements ToDoubleFunction<int[]> {

  private final int clusters;
  private final RankedClusters x;
  private final RankedClusters y;

  /**
   * Takes pairs of values.
   *
   * @param x by cluster
   * @param y of the same form
   */
  public RankCorrelation(double[][] x, double[][] y) {
    this.clusters = x.length;
    this.x = new RankedClusters(x);
    this.y = new RankedClusters(y);
  }

  /**
   * From -1 to 1; NaN if one of them is constant.
   *
   * @param x n values, at least two
   * @param y n values
   */
  public static double spearman(double[] x, double[] y) {
    return new RankCorrelation(new double[][] {x}, new double[][] {y}).applyAsDouble(new int[] {0});
  }

  /**
   * From -1 to 1; NaN if one of the quantities is constant.
   *
   * @param chosen clusters by their indices, repetitions included
   */
  @Override
  public double applyAsDouble(int[] chosen) {
    int[] times = RankedClusters.times(chosen, clusters);
    double[] ranksOfX = x.ranks(times);
    double[] ranksOfY = y.ranks(times);
    long count = 0;
    for (int i = 0; i < x.size(); i++) {
      count += times[x.cluster(i)];
    }
    double mean = (count + 1) / 2.0;
    double both = 0;
    double squaresOfX = 0;
    double squaresOfY = 0;
    for (int i = 0; i < x.size(); i++) {
      double weight = times[x.cluster(i)];
      double a = ranksOfX[i] - mean;
      double b = ranksOfY[i] - mean;
      both += weight * a * b;
      squaresOfX += weight * a * a;
      squaresOfY += weight * b * b;
    }
    return both / Math.sqrt(squaresOfX * squaresOfY);
  }
}
