package dev.lookahead.launch.bench.ros;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/**
 * One line of the result: a subscriber on a stream, all its turns together.
 *
 * @param stream as {@code 640x480@60}
 * @param listener the subscriber
 * @param images received
 * @param dropped images that never came
 * @param medianMillis header stamp to callback
 * @param p99Millis a hundredth takes longer
 * @param timesRoscpp the median over roscpp's, the middle of the rounds
 * @param cpuShare processor time of its process over real time; 1 is one core
 * @param heapBytesPerFrame allocated by the receiving thread
 * @param missing why there are no numbers
 */
public record RosBenchRow(
    String stream,
    String listener,
    long images,
    long dropped,
    OptionalDouble medianMillis,
    OptionalDouble p99Millis,
    OptionalDouble timesRoscpp,
    OptionalDouble cpuShare,
    OptionalDouble heapBytesPerFrame,
    Optional<String> missing) {

  private static final long MOST_NANOS = 3_600_000_000_000L;
  private static final double NANOS_PER_MILLI = 1e6;

  /** A subscriber that could not be measured. */
  static RosBenchRow missing(ImageStream stream, String listener, String why) {
    OptionalDouble none = OptionalDouble.empty();
    return new RosBenchRow(
        stream.toString(), listener, 0, 0, none, none, none, none, none, Optional.of(why));
  }

  /**
   * All turns of a subscriber.
   *
   * @param turns at least one
   * @param roscpp its turns in the same rounds; empty if there are none
   */
  static RosBenchRow of(
      ImageStream stream, String listener, List<Slice> turns, List<Slice> roscpp) {
    Histogram latencies = histogram(turns);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(turns.size(), roscpp.size()); round++) {
      ratios.add(
          (double) histogram(turns.subList(round, round + 1)).getValueAtPercentile(50)
              / histogram(roscpp.subList(round, round + 1)).getValueAtPercentile(50));
    }
    return new RosBenchRow(
        stream.toString(),
        listener,
        latencies.getTotalCount(),
        turns.stream().mapToLong(Slice::dropped).sum(),
        OptionalDouble.of(latencies.getValueAtPercentile(50) / NANOS_PER_MILLI),
        OptionalDouble.of(latencies.getValueAtPercentile(99) / NANOS_PER_MILLI),
        middle(ratios),
        turns.stream().mapToDouble(Slice::cpuShare).average(),
        turns.stream().flatMapToDouble(turn -> turn.heapBytesPerFrame().stream()).average(),
        Optional.empty());
  }

  private static Histogram histogram(List<Slice> turns) {
    Histogram histogram = new Histogram(MOST_NANOS, 3);
    for (Slice turn : turns) {
      // Below one stands for clocks that were set in between.
      turn.latencyNanos()
          .forEach(nanos -> histogram.recordValue(Math.max(1, Math.min(MOST_NANOS, nanos))));
    }
    return histogram;
  }

  private static OptionalDouble middle(List<Double> ratios) {
    if (ratios.isEmpty()) {
      return OptionalDouble.empty();
    }
    Collections.sort(ratios);
    int half = ratios.size() / 2;
    return OptionalDouble.of(
        ratios.size() % 2 == 1 ? ratios.get(half) : (ratios.get(half - 1) + ratios.get(half)) / 2);
  }
}
