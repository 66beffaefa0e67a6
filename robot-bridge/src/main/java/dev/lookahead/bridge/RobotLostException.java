package dev.lookahead.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The link to a robot is gone for good. */
public final class RobotLostException extends UncheckedIOException {

  /**
   * @param problem what was expected and found, one sentence
   */
  public RobotLostException(String problem) {
    super(problem, new IOException(problem));
  }
}
