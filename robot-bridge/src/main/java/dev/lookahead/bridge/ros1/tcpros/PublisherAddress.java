package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.net.InetSocketAddress;

/** Asks a publisher where it serves a topic. */
public interface PublisherAddress {

  /**
   * Asks again at each attempt to connect, since a restarted publisher listens elsewhere. May block
   * for a deadline of its own.
   */
  InetSocketAddress locate() throws IOException;
}
