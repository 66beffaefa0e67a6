package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;

/** A publisher said nothing for so long that its connection is given up. */
final class SilenceException extends IOException {

  SilenceException(String message) {
    super(message);
  }
}
