package dev.lookahead.bridge.ros1.xmlrpc;

import java.io.IOException;

/** What a server does with a call. */
public interface XmlRpcHandler {

  /**
   * Answers a call. Runs on the event loop, one call at a time: must not block.
   *
   * @throws IOException if the call cannot be answered; the caller gets its message as a fault
   */
  XmlRpcValue answer(XmlRpcCall call) throws IOException;
}
