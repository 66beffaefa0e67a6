package dev.lookahead.bridge;

/** What the loop may send to the robot. A new loop is disarmed. */
public enum SafetyState {
  /** Nothing is sent; the robot is only observed. */
  DISARMED,
  /** The policy's actions are sent, guarded. */
  ARMED,
  /** The safe action is sent until whatever is missing comes back. */
  HOLD,
  /** The safe action is sent, and only disarming leads out. */
  STOPPED;

  /** The state after a signal; a signal that does not apply changes nothing. */
  public SafetyState after(SafetySignal signal) {
    return switch (signal) {
      case STOP -> STOPPED;
      case DISARM -> DISARMED;
      case ARM -> this == DISARMED ? ARMED : this;
      case HOLD -> this == ARMED ? HOLD : this;
      case RESUME -> this == HOLD ? ARMED : this;
    };
  }
}
