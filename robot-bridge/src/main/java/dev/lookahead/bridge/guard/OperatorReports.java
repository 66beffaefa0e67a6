package dev.lookahead.bridge.guard;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The newest word of each device that a person holds. A device that has ever reported must keep
 * reporting: silence is a cut cable.
 *
 * @param eStop on: pressed
 * @param deadman on: held
 * @param override on: a person commands the robot by other means
 */
public record OperatorReports(
    Optional<Report> eStop, Optional<Report> deadman, Optional<Report> override) {

  /**
   * A device's word.
   *
   * @param on what the device says
   * @param receiptNanos when it said so
   */
  public record Report(boolean on, long receiptNanos) {

    boolean freshAt(long nowNanos, long silentNanos) {
      return nowNanos - receiptNanos <= silentNanos;
    }
  }

  /** No device has reported. */
  public static OperatorReports none() {
    return new OperatorReports(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** What the people demand. */
  Set<SafetyReason> reasons(long nowNanos, OperatorRules rules) {
    Set<SafetyReason> reasons = EnumSet.noneOf(SafetyReason.class);
    boolean eStopHeard = heard(eStop, nowNanos, rules);
    if (eStopHeard && eStop.orElseThrow().on()) {
      reasons.add(SafetyReason.E_STOP);
    } else if (!eStopHeard && (rules.eStopRequired() || eStop.isPresent())) {
      reasons.add(SafetyReason.E_STOP_SILENT);
    }
    boolean held = heard(deadman, nowNanos, rules) && deadman.orElseThrow().on();
    if (!held && (rules.deadmanRequired() || deadman.isPresent())) {
      reasons.add(SafetyReason.DEADMAN_RELEASED);
    }
    if (heard(override, nowNanos, rules) && override.orElseThrow().on()) {
      reasons.add(SafetyReason.HUMAN_OVERRIDE);
    }
    return reasons;
  }

  private static boolean heard(Optional<Report> report, long nowNanos, OperatorRules rules) {
    return report.isPresent() && report.get().freshAt(nowNanos, rules.silentNanos());
  }
}
