package dev.lookahead.launch.terminal;

/** A verb cannot go on. Says what is wrong and what to do about it. */
public final class LaunchFailure extends RuntimeException {

  private final ExitCode exitCode;
  private final String advice;

  /**
   * @param problem what was expected and what was found, one sentence
   * @param advice what to do, one sentence; empty if there is nothing to advise
   */
  public LaunchFailure(ExitCode exitCode, String problem, String advice) {
    super(problem);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** The same because something below failed, of which the verb knows more. */
  public LaunchFailure(ExitCode exitCode, String advice, Throwable cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.exitCode = exitCode;
    this.advice = advice;
  }

  /** What the process returns. */
  public ExitCode exitCode() {
    return exitCode;
  }

  /** What to do; may be empty. */
  public String advice() {
    return advice;
  }
}
