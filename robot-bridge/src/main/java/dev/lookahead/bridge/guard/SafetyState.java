package dev.lookahead.bridge.guard;

/** What may be sent to the robot. It begins disarmed. */
public enum SafetyState {
  /** Nothing is sent; the robot is only observed. */
  DISARMED,
  /** The policy's actions are sent, guarded. */
  ARMED,
  /** The safe action is sent until whatever is missing comes back. */
  HOLD,
  /** The safe action is sent for a while, then nothing; only disarming leads out. */
  STOPPED;

  /** Whether the robot is ours to command. */
  public boolean engaged() {
    return this == ARMED || this == HOLD;
  }
}
