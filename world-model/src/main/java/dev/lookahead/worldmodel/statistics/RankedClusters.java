package dev.lookahead.worldmodel.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values that come in clusters, sorted once, so that their ranks in any selection of clusters are
 * found without sorting again: what a bootstrap asks for a thousand times.
 */
final class RankedClusters {

  private final double[] values;
  private final int[] clusters;
  private final int[] ascending;

  /** Takes the values of each cluster, one after another; a cluster may be empty. */
  RankedClusters(double[][] byCluster) {
    this.values = Arrays.stream(byCluster).flatMapToDouble(Arrays::stream).toArray();
    this.clusters =
        IntStream.range(0, byCluster.length)
            .flatMap(cluster -> IntStream.range(0, byCluster[cluster].length).map(i -> cluster))
            .toArray();
    this.ascending =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /** The number of values. */
  int size() {
    return values.length;
  }

  /** The cluster of a value. */
  int cluster(int value) {
    return clusters[value];
  }

  /**
   * The rank of each value from 1 on if every cluster is there so many times; equal values have
   * their mean rank.
   *
   * @param times per cluster
   */
  double[] ranks(int[] times) {
    double[] ranks = new double[values.length];
    long before = 0;
    for (int start = 0; start < ascending.length; ) {
      double value = values[ascending[start]];
      long equal = 0;
      int end = start;
      while (end < ascending.length && Double.compare(values[ascending[end]], value) == 0) {
        equal += times[clusters[ascending[end]]];
        end++;
      }
      double rank = before + (equal + 1) / 2.0;
      for (int i = start; i < end; i++) {
        ranks[ascending[i]] = rank;
      }
      before += equal;
      start = end;
    }
    return ranks;
  }

  /** How often each of so many clusters was chosen. */
  static int[] times(int[] chosen, int clusters) {
    int[] times = new int[clusters];
    for (int cluster : chosen) {
      times[cluster]++;
    }
    return times;
  }
}
