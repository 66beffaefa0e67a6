package dev.lookahead.bridge.isolated;

/** The planner's process is gone, hangs, or is not ready yet. */
public final class PlannerLostException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what happened to it
   */
  public PlannerLostException(String message) {
    super(message);
  }
}
