package dev.lookahead.bridge.ros1.message;

/**
 * A ROS {@code time}: seconds and nanoseconds since 1970, or since the start of a simulated clock.
 *
 * <p>Both parts are kept as they came, so that a body is written back as it was read; two times of
 * the same instant are equal only if their parts are.
 *
 * @param secs 0 to 2^32 - 1
 * @param nsecs 0 to 2^32 - 1; below 10^9 from every well-behaved sender
 */
public record RosTime(long secs, long nsecs) implements Comparable<RosTime> {

  /** Time zero, which ROS reads as "not set". */
  public static final RosTime ZERO = new RosTime(0, 0);

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MAX_PART = 0xFFFF_FFFFL;

  /**
   * @throws IllegalArgumentException if a part is out of range
   */
  public RosTime {
    if (secs < 0 || secs > MAX_PART || nsecs < 0 || nsecs > MAX_PART) {
      throw new IllegalArgumentException(
          "a ROS time has secs and nsecs of 0 to 2^32-1, got " + secs + " and " + nsecs);
    }
  }

  /**
   * The time of a count of nanoseconds since the epoch.
   *
   * @throws IllegalArgumentException if it is negative or after the year 2106
   */
  public static RosTime ofNanos(long nanos) {
    return new RosTime(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  /** Nanoseconds since the epoch. */
  public long toNanos() {
    return secs * NANOS_PER_SECOND + nsecs;
  }

  @Override
  public int compareTo(RosTime other) {
    return Long.compare(toNanos(), other.toNanos());
  }
}
