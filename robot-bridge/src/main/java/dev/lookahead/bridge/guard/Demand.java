package dev.lookahead.bridge.guard;

import java.util.Set;

/** What a {@link SafetyReason} demands, from the least to the most severe. */
public enum Demand {
  /** Nothing stands against moving. */
  NONE,
  /** Send the safe action for as long as the reason stands. */
  HOLD,
  /** Send nothing: someone else commands. Arming again is explicit. */
  DISARM,
  /** Stop for good. */
  STOP;

  /** The most severe demand of several reasons. */
  static Demand of(Set<SafetyReason> reasons) {
    return reasons.stream().map(SafetyReason::demand).max(Demand::compareTo).orElse(NONE);
  }
}
