package dev.lookahead.bridge.ros1.robot;

import java.io.IOException;

/** There is no robot as the settings describe it. Says what was expected, found and can be done. */
public final class RobotUnavailableException extends IOException {

  private final String advice;

  /**
   * @param problem what was expected and found, one sentence
   * @param advice what to do, one sentence
   */
  public RobotUnavailableException(String problem, String advice) {
    super(problem);
    this.advice = advice;
  }

  /** What to do. */
  public String advice() {
    return advice;
  }
}
