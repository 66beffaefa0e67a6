package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;

/** A peer broke the protocol, exceeded the limits, fell silent or refused us. */
public final class TcprosException extends IOException {

  /** With a sentence that says what was expected and what was found. */
  public TcprosException(String message) {
    super(message);
  }
}
