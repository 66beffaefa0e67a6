package dev.lookahead.bridge.guard;

/** What a person or a program outside demands of the {@link SafetyMachine}. */
public enum SafetySignal {
  /** Begin to move; only from disarmed, and refused while something demands more than a hold. */
  ARM,
  /** Stop sending; also acknowledges a stop. */
  DISARM,
  /** Send the safe action until resumed. */
  HOLD,
  /** End a hold that was signalled. */
  RESUME,
  /** Send the safe action, then nothing, until disarmed. Always accepted. */
  STOP
}
