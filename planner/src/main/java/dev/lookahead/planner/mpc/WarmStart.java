package dev.lookahead.planner.mpc;

/** Where the search for the next plan starts. */
public enum WarmStart {
  /** From nothing: the middle of the action space. */
  NONE,
  /** From the previous plan without the steps executed; the new steps repeat its last action. */
  REPEAT_LAST,
  /** From the previous plan without the steps executed; the new steps hold the neutral action. */
  NEUTRAL_TAIL
}
