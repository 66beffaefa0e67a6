package dev.lookahead.bridge.ros1.telemetry;

import java.time.Duration;

/**
 * How a loop reports.
 *
 * @param period of {@code /diagnostics}, 100 ms to 60 s
 * @param hardwareId by which monitors tell robots apart; not blank
 * @param frame of the planned path: the one that moves with the robot; not blank
 */
public record TelemetrySettings(Duration period, String hardwareId, String frame) {

  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(100);
  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(60);

  /** Checks the ranges. */
  public TelemetrySettings {
    if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
      throw new IllegalArgumentException(
          "period must be from %s to %s, got %s"
              .formatted(SHORTEST_PERIOD, LONGEST_PERIOD, period));
    }
    if (hardwareId.isBlank() || frame.isBlank()) {
      throw new IllegalArgumentException(
          "hardwareId and frame must not be blank, got '%s' and '%s'".formatted(hardwareId, frame));
    }
  }

  /** Once a second, as monitors expect it. */
  public static TelemetrySettings defaults() {
    return new TelemetrySettings(Duration.ofSeconds(1), "robot", "base_link");
  }
}
