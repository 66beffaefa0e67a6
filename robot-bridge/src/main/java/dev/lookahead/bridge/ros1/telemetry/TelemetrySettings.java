package dev.lookahead.bridge.ros1.telemetry;

import java.time.Duration;

/**
 * How a loop reports.
 *
 * @param period of {@code /diagnostics}, 100 ms to 60 s
 * @param hardwareId by which monitors tell robots apart; not blank
 * @param late a tick that leaves later than this is counted as late, 1 ms to 10 s
 * @param frame of the planned path: the one that moves with the robot; not blank
 */
public record TelemetrySettings(Duration period, String hardwareId, Duration late, String frame) {

  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);
  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(60);
  private static final Duration LEAST_LATE = Duration.ofMillis(1);
  private static final Duration MOST_LATE = Duration.ofSeconds(10);

  /** Checks the ranges. */
  public TelemetrySettings {
    requireRange("period", period, SHORTEST_PERIOD, LONGEST_PERIOD);
    requireRange("late", late, LEAST_LATE, MOST_LATE);
    if (hardwareId.isBlank() || frame.isBlank()) {
      throw new IllegalArgumentException(
          "hardwareId and frame must not be blank, got '%s' and '%s'".formatted(hardwareId, frame));
    }
  }

  /** Once a second, as monitors expect it; late is a quarter of a tick at 10 Hz. */
  public static TelemetrySettings defaults() {
    return new TelemetrySettings(
        Duration.ofSeconds(1), "robot", Duration.ofMillis(25), "base_link");
  }

  private static void requireRange(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", got " + value);
    }
  }
}
