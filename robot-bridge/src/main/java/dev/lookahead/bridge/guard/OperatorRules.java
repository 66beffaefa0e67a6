package dev.lookahead.bridge.guard;

/**
 * Which devices must be there.
 *
 * @param eStopRequired whether the robot stays put until an emergency stop reports that it is not
 *     pressed
 * @param deadmanRequired whether someone must hold the deadman switch
 * @param silentNanos how old the word of a device may be, above zero; an override older than this
 *     is over, but only arming leads back
 */
public record OperatorRules(boolean eStopRequired, boolean deadmanRequired, long silentNanos) {

  /** Checks the range. */
  public OperatorRules {
    ObservationLimits.requirePositive("silentNanos", silentNanos);
  }

  /** No device is required; those that report must do so every 500 ms, as in twist_mux. */
  public static OperatorRules defaults() {
    return new OperatorRules(false, false, 500_000_000L);
  }
}
