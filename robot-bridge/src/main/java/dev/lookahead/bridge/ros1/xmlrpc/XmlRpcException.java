package dev.lookahead.bridge.ros1.xmlrpc;

import java.io.IOException;

/** A peer said something that is no XML-RPC, exceeds the limits, or is not what was asked for. */
public final class XmlRpcException extends IOException {

  private static final int SHOWN = 200;

  /** With a sentence that says what was expected and what was found. */
  public XmlRpcException(String message) {
    super(message);
  }

  /** With the failure beneath. */
  public XmlRpcException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A value that is not of the kind expected. */
  static XmlRpcException unexpected(String expected, Object found) {
    return new XmlRpcException("expected " + expected + ", got " + shortened(found.toString()));
  }

  /** A text from outside, cut to what a log line can bear. */
  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }
}
