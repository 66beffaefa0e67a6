package dev.lookahead.launch.wiring;

/** How a run stands, as its {@code status} file says in lower case. */
public enum RunStatus {
  /** Under way, or ended by a power cut. */
  RUNNING,
  /** Everything was done. */
  COMPLETE,
  /** Ended by an error. */
  FAILED,
  /** Ended by Ctrl-C after a complete step; what was written can be used or resumed. */
  INTERRUPTED
}
