package dev.lookahead.bridge.ros1.robot;

import java.time.Duration;
import java.util.Optional;

/**
 * Which topics of a graph are a robot's camera, senses and motors.
 *
 * @param camera what the model looks through
 * @param command where commands go
 * @param proprioception what the model feels; empty for a robot that only sees
 * @param controlPeriod the time one action lasts, 5 ms to 10 s
 * @param patience how long to wait for the first image, the first report of the senses and a
 *     listener to the commands, 100 ms to 10 min
 */
public record RosRobotSettings(
    CameraTopic camera,
    CommandOutput command,
    Optional<ProprioceptionSource> proprioception,
    Duration controlPeriod,
    Duration patience) {

  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(5);
  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(10);
  private static final Duration LEAST_PATIENCE = Duration.ofMillis(100);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

  /** Checks the ranges. */
  public RosRobotSettings {
    requireRange("controlPeriod", controlPeriod, SHORTEST_PERIOD, LONGEST_PERIOD);
    requireRange("patience", patience, LEAST_PATIENCE, MOST_PATIENCE);
  }

  private static void requireRange(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", got " + value);
    }
  }
}
