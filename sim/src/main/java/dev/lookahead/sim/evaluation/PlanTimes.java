package dev.lookahead.sim.evaluation;

import java.util.Arrays;
import java.util.Collection;

/**
 * How long planning takes: quantiles over all plans of an evaluation, by nearest rank, so that each
 * is the time of a plan that was made.
 *
 * @param plans how many there were, at least 1
 * @param p50Nanos half of the plans took at most this long
 * @param p90Nanos nine in ten
 * @param p99Nanos ninety-nine in a hundred
 * @param maxNanos all
 */
public record PlanTimes(int plans, long p50Nanos, long p90Nanos, long p99Nanos, long maxNanos) {

  /**
   * The quantiles of some plannings, at least one.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static PlanTimes of(Collection<PlanTime> times) {
    if (times.isEmpty()) {
      throw new IllegalArgumentException("quantiles need at least 1 plan, got 0");
    }
    long[] sorted = times.stream().mapToLong(PlanTime::totalNanos).sorted().toArray();
    return new PlanTimes(
        sorted.length,
        quantile(sorted, 50),
        quantile(sorted, 90),
        quantile(sorted, 99),
        Arrays.stream(sorted).max().orElseThrow());
  }

  private static long quantile(long[] sorted, int percent) {
    int rank = (int) (((long) percent * sorted.length + 99) / 100);
    return sorted[rank - 1];
  }
}
