package dev.lookahead.bridge.guard;

/** Why the guard did not send an action as it was. */
public enum GuardReason {
  /** It has another number of axes than the robot; the safe action was sent. */
  WRONG_SIZE(true),
  /** A value was NaN or infinite; the safe action was sent. */
  NOT_FINITE(true),
  /** A value lay outside its range and was moved to the end of it. */
  OUT_OF_RANGE(false),
  /** A value was too far from the last one sent and was moved only as far as allowed. */
  TOO_FAST(false),
  /** The change differed too much from the change before, or left too little way to brake. */
  TOO_SUDDEN(false),
  /** It would have led out of the workspace and was made shorter. */
  OUT_OF_WORKSPACE(false),
  /** Where in the workspace the robot is was not felt; the safe action was sent. */
  UNFELT(true);

  private final boolean replaces;

  GuardReason(boolean replaces) {
    this.replaces = replaces;
  }

  /** Whether the safe action was sent in place of the wanted one, not a limited form of it. */
  public boolean replaces() {
    return replaces;
  }
}
