package dev.lookahead.worldmodel.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.hipparchus.stat.descriptive.rank.Percentile;

/**
 * Percentile intervals by resampling whole clusters with replacement (Efron and Tibshirani 1993,
 * chapter 13; clusters: Davison and Hinkley 1997, section 3.8). The starts of one episode are not
 * independent, episodes are: episodes are the clusters. Equal seeds give equal intervals.
 *
 * @param resamples how often, at least 100
 * @param seed of the draws
 */
public record Bootstrap(int resamples, long seed) {

  private static final double TAIL_PERCENT = 2.5;
  private static final int MIN_RESAMPLES = 100;

  /** Checks the count. */
  public Bootstrap {
    if (resamples < MIN_RESAMPLES) {
      throw new IllegalArgumentException(
          "a bootstrap has at least %d resamples, got %d".formatted(MIN_RESAMPLES, resamples));
    }
  }

  /**
   * The interval of any statistic.
   *
   * @param clusters how many there are, at least one; one says nothing of how others would differ,
   *     so that its interval is not known
   * @param statistic of a selection of clusters, given by their indices, repetitions included; it
   *     must not keep the array. Resamples for which it is not finite are left out
   */
  public Interval of(int clusters, ToDoubleFunction<int[]> statistic) {
    if (clusters < 1) {
      throw new IllegalArgumentException("a bootstrap needs at least 1 cluster, got " + clusters);
    }
    int[] chosen = new int[clusters];
    Arrays.setAll(chosen, i -> i);
    double estimate = statistic.applyAsDouble(chosen);
    if (clusters == 1) {
      return Interval.unknown(estimate);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[resamples];
    int finite = 0;
    for (int i = 0; i < resamples; i++) {
      Arrays.setAll(chosen, j -> random.nextInt(clusters));
      double value = statistic.applyAsDouble(chosen);
      if (Double.isFinite(value)) {
        values[finite++] = value;
      }
    }
    if (finite == 0) {
      return Interval.unknown(estimate);
    }
    Percentile percentile = new Percentile();
    percentile.setData(values, 0, finite);
    return new Interval(
        estimate, percentile.evaluate(TAIL_PERCENT), percentile.evaluate(100 - TAIL_PERCENT));
  }

  /**
   * The mean of values that come in clusters: every value counts alike.
   *
   * @param clusters the values of each cluster; a cluster may be empty
   */
  public Interval mean(double[][] clusters) {
    double[] sums = new double[clusters.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Arrays.stream(clusters[i]).sum();
    }
    return of(
        clusters.length,
        chosen -> {
          double sum = 0;
          long count = 0;
          for (int cluster : chosen) {
            sum += sums[cluster];
            count += clusters[cluster].length;
          }
          return sum / count;
        });
  }
}
