package dev.lookahead.bridge.isolated;

import java.io.IOException;

/** The other process sent what is no message. */
public final class WireException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param message what was expected and what was found
   */
  public WireException(String message) {
    super(message);
  }
}
