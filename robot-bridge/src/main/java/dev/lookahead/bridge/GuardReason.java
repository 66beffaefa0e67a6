package dev.lookahead.bridge;

/** Why the guard did not send an action as it was. */
public enum GuardReason {
  /** It has another number of axes than the robot; the safe action was sent. */
  WRONG_SIZE,
  /** A value was NaN or infinite; the safe action was sent. */
  NOT_FINITE,
  /** A value lay outside its range and was moved to the end of it. */
  OUT_OF_RANGE,
  /** A value was too far from the last one sent and was moved only as far as allowed. */
  TOO_FAST
}
