package dev.lookahead.bridge.ros1.message;

/**
 * A ROS {@code duration}: signed seconds plus signed nanoseconds, kept as they came.
 *
 * @param secs whole seconds
 * @param nsecs nanoseconds added to them; 0 to 10^9 - 1 from every well-behaved sender
 */
public record RosDuration(int secs, int nsecs) implements Comparable<RosDuration> {

  /** No time at all. */
  public static final RosDuration ZERO = new RosDuration(0, 0);

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /**
   * The duration of a count of nanoseconds.
   *
   * @throws IllegalArgumentException beyond 68 years
   */
  public static RosDuration ofNanos(long nanos) {
    long secs = Math.floorDiv(nanos, NANOS_PER_SECOND);
    if (secs < Integer.MIN_VALUE || secs > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a ROS duration has secs of -2^31 to 2^31-1, got " + secs);
    }
    return new RosDuration((int) secs, Math.floorMod(nanos, (int) NANOS_PER_SECOND));
  }

  /** The whole in nanoseconds. */
  public long toNanos() {
    return secs * NANOS_PER_SECOND + nsecs;
  }

  @Override
  public int compareTo(RosDuration other) {
    return Long.compare(toNanos(), other.toNanos());
  }
}
