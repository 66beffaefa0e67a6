package dev.lookahead.launch.terminal;

/** How a run ended, for scripts. The numbers are part of the interface and never change. */
public enum ExitCode {
  /** Done. */
  OK(0),
  /** It failed for a reason none of the others names, for example a full disk. */
  FAILURE(1),
  /** An unknown verb, option or setting, or a value out of range. */
  USAGE(2),
  /** Recorded data is missing or damaged. */
  DATA(3),
  /** A model is missing, damaged or made for something else. */
  MODEL(4),
  /** The tensor engine or a device cannot be used. */
  ENGINE(5),
  /** The robot or the way to it is lost. */
  ROBOT(6),
  /** The safety state latched a stop. */
  SAFETY_STOP(7),
  /** Stopped by Ctrl-C or a termination signal. */
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** What the process returns. */
  public int code() {
    return code;
  }
}
