package dev.lookahead.bridge.guard;

/**
 * When {@link SafetyMachine} gives up.
 *
 * @param planLostNanos for how long a robot that shall move may be without a new and usable plan
 *     before it is stopped for good, 1 to 2 s
 * @param stopSendingNanos for how long a stopped robot is sent the safe action, above zero; after
 *     that nothing is sent, and the robot's own command timeout holds it
 */
public record SafetySettings(long planLostNanos, long stopSendingNanos) {

  private static final long MOST_LOST_NANOS = 2_000_000_000L;

  /** Checks the ranges. */
  public SafetySettings {
    if (planLostNanos < 1 || planLostNanos > MOST_LOST_NANOS) {
      throw new IllegalArgumentException(
          "planLostNanos must be from 1 to " + MOST_LOST_NANOS + ", got " + planLostNanos);
    }
    ObservationLimits.requirePositive("stopSendingNanos", stopSendingNanos);
  }

  /** Lost after one second, silent two seconds after a stop. */
  public static SafetySettings defaults() {
    return new SafetySettings(1_000_000_000L, 2_000_000_000L);
  }
}
