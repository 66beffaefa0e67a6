package dev.lookahead.launch.bench;

import java.util.List;

/**
 * The middle and the near ends of repeated measurements.
 *
 * @param p10 a tenth lie below
 * @param median half lie below
 * @param p90 nine tenths lie below
 */
public record Quantiles(double p10, double median, double p90) {

  /** Nearest ranks of at least one value. */
  public static Quantiles of(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return new Quantiles(rank(sorted, 0.1), rank(sorted, 0.5), rank(sorted, 0.9));
  }

  private static double rank(List<Double> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
  }
}
