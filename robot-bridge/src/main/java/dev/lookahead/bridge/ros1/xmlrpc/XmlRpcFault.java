package dev.lookahead.bridge.ros1.xmlrpc;

import java.io.IOException;

/** The peer understood the call and answered with a fault. */
public final class XmlRpcFault extends IOException {

  /** The number of every fault that this library answers with, as Python's does. */
  static final int GENERAL = 1;

  private final int code;

  /** As the peer said it. */
  public XmlRpcFault(int code, String message) {
    super(XmlRpcException.shortened(message));
    this.code = code;
  }

  /** The peer's number for it; Python servers always say 1. */
  public int code() {
    return code;
  }
}
