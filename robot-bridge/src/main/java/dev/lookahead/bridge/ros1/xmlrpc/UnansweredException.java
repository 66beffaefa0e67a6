package dev.lookahead.bridge.ros1.xmlrpc;

import java.io.IOException;

/** A peer accepted a call and closed or reset the connection instead of answering it. */
public final class UnansweredException extends IOException {

  UnansweredException(String message, Throwable cause) {
    super(message, cause);
  }

  UnansweredException(String message) {
    super(message);
  }
}
