package dev.lookahead.bridge.guard;

/**
 * What {@link ObservationWatch} accepts of a camera.
 *
 * @param staleNanos the age from which on an observation may no longer move the robot, above zero
 * @param lostNanos the age from which on the robot is stopped for good, at most 2 s; {@link
 *     Long#MAX_VALUE} for a world that waits, where no observation is ever old
 * @param futureNanos how far a stamp may be ahead of what the stamps before it lead to expect,
 *     above zero
 * @param newClockNanos how long refused stamps must follow each other sensibly until their source's
 *     clock counts as having been set anew, above zero
 * @param stuckFrames how many frames in a row may show the pixels of the one before while motion is
 *     commanded; 0 for any number, as for a simulator without noise. Real cameras never send the
 *     same pixels twice
 */
public record ObservationLimits(
    long staleNanos, long lostNanos, long futureNanos, long newClockNanos, int stuckFrames) {

  private static final long LEAST_STALE_NANOS = 200_000_000L;
  private static final long MOST_LOST_NANOS = 2_000_000_000L;

  /** Checks the ranges. */
  public ObservationLimits {
    requirePositive("staleNanos", staleNanos);
    requirePositive("lostNanos", lostNanos);
    if (lostNanos > MOST_LOST_NANOS && lostNanos < Long.MAX_VALUE) {
      throw new IllegalArgumentException(
          "lostNanos must be from 1 to " + MOST_LOST_NANOS + ", got " + lostNanos);
    }
    requirePositive("futureNanos", futureNanos);
    requirePositive("newClockNanos", newClockNanos);
    if (stuckFrames < 0) {
      throw new IllegalArgumentException("stuckFrames must be at least 0, got " + stuckFrames);
    }
  }

  /**
   * Stale after three frames but at least 200 ms; lost after 1 s, as the failsafes of PX4 and the
   * velocity smoother of Nav2; 100 ms ahead; a new clock after 500 ms; stuck after 10 frames.
   */
  public static ObservationLimits forCamera(long framePeriodNanos) {
    requirePositive("framePeriodNanos", framePeriodNanos);
    return new ObservationLimits(
        Math.max(3 * framePeriodNanos, LEAST_STALE_NANOS),
        1_000_000_000L,
        100_000_000L,
        500_000_000L,
        10);
  }

  /** The same with another number of equal frames. */
  public ObservationLimits withStuckFrames(int frames) {
    return new ObservationLimits(staleNanos, lostNanos, futureNanos, newClockNanos, frames);
  }

  /** For a world that waits: nothing in it is late, and its pictures have no noise. */
  static ObservationLimits none() {
    long never = Long.MAX_VALUE;
    return new ObservationLimits(never, never, never, never, 0);
  }

  static void requirePositive(String name, long value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, got " + value);
    }
  }
}
