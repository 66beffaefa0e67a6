package dev.lookahead.bridge.recording.topics;

/**
 * How messages of independent clocks become steps of an episode.
 *
 * @param frameAgePeriods how old the frame of a step may be, in periods of the camera or of the
 *     steps, whichever is longer; at least 1. More than that is a gap, where an episode ends
 * @param holdNanos how long a command or measurement stands for its topic (zero-order hold), 1 ms
 *     to 1 h; after that there is a gap as well
 */
record SynchronisationSettings(double frameAgePeriods, long holdNanos) {

  private static final long MIN_HOLD_NANOS = 1_000_000;
  private static final long MAX_HOLD_NANOS = 3_600_000_000_000L;
  private static final double MAX_PERIODS = 1000;

  /** Checks the ranges. */
  SynchronisationSettings {
    if (!(frameAgePeriods >= 1 && frameAgePeriods <= MAX_PERIODS)) {
      throw new IllegalArgumentException(
          "frameAgePeriods is 1 to %s, got %s".formatted(MAX_PERIODS, frameAgePeriods));
    }
    if (holdNanos < MIN_HOLD_NANOS || holdNanos > MAX_HOLD_NANOS) {
      throw new IllegalArgumentException(
          "holdNanos is %d to %d, got %d".formatted(MIN_HOLD_NANOS, MAX_HOLD_NANOS, holdNanos));
    }
  }

  /**
   * Frames of at most 2.5 periods, so that two may be missing in a row; commands hold for half a
   * second, after which drives stop by themselves ({@code cmd_vel_timeout} of
   * diff_drive_controller).
   */
  static SynchronisationSettings defaults() {
    return new SynchronisationSettings(2.5, 500_000_000);
  }
}
