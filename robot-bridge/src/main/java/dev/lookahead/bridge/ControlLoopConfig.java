package dev.lookahead.bridge;

/**
 * Settings of {@link ControlLoop}.
 *
 * @param lostNanos how long the policy may have nothing to offer before the loop stops for good,
 *     counted in control periods of the robot, above zero
 */
public record ControlLoopConfig(long lostNanos) {

  /** Checks the range. */
  public ControlLoopConfig {
    if (lostNanos < 1) {
      throw new IllegalArgumentException("lostNanos must be at least 1, got " + lostNanos);
    }
  }

  /** One second, as the failsafes of PX4 and the velocity smoother of Nav2. */
  public static ControlLoopConfig defaults() {
    return new ControlLoopConfig(1_000_000_000L);
  }
}
