package dev.lookahead.sim.robot;

import dev.lookahead.planner.Setting;

/**
 * What a {@link SimulatedRobot} is like.
 *
 * @param framePeriodNanos from one camera frame to the next, above zero
 * @param latencyNanos from the exposure of a frame to its receipt, 0 or more
 * @param noisyBytes how many of a frame's bytes, drawn at random, may have their lowest bit
 *     flipped: no real camera sends the same bytes twice, 0 to 1,000
 * @param commandTimeoutNanos how long the robot follows a command before it stops by itself, above
 *     zero
 */
public record SimulatedRobotSettings(
    long framePeriodNanos, long latencyNanos, int noisyBytes, long commandTimeoutNanos) {

  /** Checks the ranges. */
  public SimulatedRobotSettings {
    Setting.inRange("framePeriodNanos", framePeriodNanos, 1, Long.MAX_VALUE);
    Setting.inRange("latencyNanos", latencyNanos, 0, Long.MAX_VALUE);
    Setting.inRange("noisyBytes", noisyBytes, 0, 1_000);
    Setting.inRange("commandTimeoutNanos", commandTimeoutNanos, 1, Long.MAX_VALUE);
  }

  /** 30 frames a second, 10 ms under way, 8 noisy bytes; half a second without a command stops. */
  public static SimulatedRobotSettings defaults() {
    return new SimulatedRobotSettings(33_333_333L, 10_000_000L, 8, 500_000_000L);
  }
}
