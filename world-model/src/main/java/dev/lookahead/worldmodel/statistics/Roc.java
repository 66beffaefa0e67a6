package dev.lookahead.worldmodel.statistics;

import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How well a score tells two kinds of cases apart, over any selection of the clusters that they
 * come in. Sorted once: a selection costs a pass over the cases.
 */
public final class Roc implements ToDoubleFunction<int[]> {

  private final int clusters;
  private final RankedClusters scores;

  /**
   * Takes the scores of the cases.
   *
   * @param negatives by cluster
   * @param positives by cluster, as many
   */
  public Roc(double[][] negatives, double[][] positives) {
    this.clusters = positives.length;
    this.scores =
        new RankedClusters(
            Stream.of(positives, negatives).flatMap(Stream::of).toArray(double[][]::new));
  }

  /** The area over all cases of two kinds. */
  public static double area(double[] negatives, double[] positives) {
    return new Roc(new double[][] {negatives}, new double[][] {positives})
        .applyAsDouble(new int[] {0});
  }

  /**
   * The area under the receiver operating characteristic: the probability that a positive case
   * scores above a negative one, ties counting half (Mann-Whitney U over n m; Hanley and McNeil
   * 1982). One half is chance; NaN if one of the kinds is absent.
   *
   * @param chosen clusters by their indices, repetitions included
   */
  @Override
  public double applyAsDouble(int[] chosen) {
    int[] times = RankedClusters.times(chosen, clusters);
    int[] both = new int[2 * clusters];
    System.arraycopy(times, 0, both, 0, clusters);
    System.arraycopy(times, 0, both, clusters, clusters);
    double[] ranks = scores.ranks(both);
    double sum = 0;
    double positives = 0;
    double negatives = 0;
    for (int i = 0; i < ranks.length; i++) {
      int weight = both[scores.cluster(i)];
      if (scores.cluster(i) < clusters) {
        sum += weight * ranks[i];
        positives += weight;
      } else {
        negatives += weight;
      }
    }
    return (sum - positives * (positives + 1) / 2) / (positives * negatives);
  }
}
