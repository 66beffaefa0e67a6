package dev.lookahead.launch.soak;

import dev.lookahead.bridge.realtime.OfferSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a soak went, its warm-up left out.
 *
 * @param seconds that were judged
 * @param ticks in them
 * @param misses ticks that left more than a quarter of a period late
 * @param held ticks at which the robot was held or stopped
 * @param overruns turns of the planner that were not done in time; no tick waited for them
 * @param sources where the commands came from
 * @param latenessNanos of the ticks: median, 99 %, 99.9 %, and the latest
 * @param mebibytesPerHour growth of resident memory
 * @param threads fewest, most, and by how many the last third exceeds the first
 * @param descriptors the same
 */
public record SoakReport(
    double seconds,
    long ticks,
    long misses,
    long held,
    long overruns,
    Map<OfferSource, Long> sources,
    List<Long> latenessNanos,
    double mebibytesPerHour,
    List<Integer> threads,
    List<Integer> descriptors) {

  /** Growth that is promised not to be exceeded. */
  public static final double MOST_MEBIBYTES_PER_HOUR = 1;

  /** In less time a slope says more about the heap's breathing than about leaks. */
  public static final double LEAST_SECONDS_FOR_A_SLOPE = 600;

  /** Copies the collections. */
  public SoakReport {
    sources = Map.copyOf(sources);
    latenessNanos = List.copyOf(latenessNanos);
    threads = List.copyOf(threads);
    descriptors = List.copyOf(descriptors);
  }

  /** Whether it lasted long enough to judge the growth of memory. */
  public boolean judgesMemory() {
    return seconds >= LEAST_SECONDS_FOR_A_SLOPE;
  }

  /** What was not kept; empty if all was. */
  public List<String> violations() {
    List<String> broken = new ArrayList<>();
    if (ticks == 0) {
      broken.add("there was no tick");
    }
    if (misses > 0) {
      broken.add(misses + " ticks left more than a quarter of a period late");
    }
    if (held > 0) {
      broken.add("the robot was held at " + held + " ticks");
    }
    if (judgesMemory() && mebibytesPerHour > MOST_MEBIBYTES_PER_HOUR) {
      broken.add("resident memory grew by %.2f MiB/h".formatted(mebibytesPerHour));
    }
    if (threads.get(2) > 0) {
      broken.add("threads grew by " + threads.get(2));
    }
    if (descriptors.get(2) > 0) {
      broken.add("descriptors grew by " + descriptors.get(2));
    }
    return broken;
  }
}
