package dev.lookahead.bridge;

/** What an operator, the loop or a watchdog demands of the {@link SafetyState}. */
public enum SafetySignal {
  /** Begin to move; only from disarmed. */
  ARM,
  /** Stop sending; also acknowledges a stop. */
  DISARM,
  /** Send the safe action for now. */
  HOLD,
  /** End a hold. */
  RESUME,
  /** Send the safe action until disarmed. */
  STOP
}
