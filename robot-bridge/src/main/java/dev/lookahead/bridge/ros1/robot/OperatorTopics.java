package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.guard.OperatorRules;
import java.time.Duration;
import java.util.Optional;

/**
 * The devices in people's hands, each a {@code std_msgs/Bool}. A device that is named here must
 * report: its silence is taken for a cut cable.
 *
 * @param eStop true while the emergency stop is pressed
 * @param deadman true while someone holds the switch
 * @param override true while someone commands the robot by other means, as with a joystick
 * @param silent how old the word of a device may be, 10 ms to 10 s
 */
public record OperatorTopics(
    Optional<String> eStop, Optional<String> deadman, Optional<String> override, Duration silent) {

  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Checks the range. */
  public OperatorTopics {
    if (silent.compareTo(SHORTEST) < 0 || silent.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "silent must be from " + SHORTEST + " to " + LONGEST + ", got " + silent);
    }
  }

  /** No device; 500 ms, as in twist_mux. */
  public static OperatorTopics defaults() {
    return new OperatorTopics(
        Optional.empty(), Optional.empty(), Optional.empty(), Duration.ofMillis(500));
  }

  /** The rules that follow. */
  public OperatorRules rules() {
    return new OperatorRules(eStop.isPresent(), deadman.isPresent(), silent.toNanos());
  }
}
