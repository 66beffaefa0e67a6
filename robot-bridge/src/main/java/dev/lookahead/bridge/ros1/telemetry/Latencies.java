package dev.lookahead.bridge.ros1.telemetry;

import org.HdrHistogram.Histogram;

/**
 * How long something took over an interval.
 *
 * @param count how often; the others are 0 if never
 * @param p50Nanos half took at most so long
 * @param p99Nanos all but a hundredth took at most so long
 * @param maxNanos none took longer
 */
public record Latencies(long count, long p50Nanos, long p99Nanos, long maxNanos) {

  static Latencies of(Histogram histogram) {
    return new Latencies(
        histogram.getTotalCount(),
        histogram.getValueAtPercentile(50),
        histogram.getValueAtPercentile(99),
        histogram.getMaxValue());
  }
}
