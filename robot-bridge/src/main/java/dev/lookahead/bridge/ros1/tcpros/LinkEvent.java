package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;

/** What happens to a link between a publisher and a subscriber. */
public sealed interface LinkEvent {

  /** Name of the topic. */
  String topic();

  /** The other end: its name, or its address while the name is not known. */
  String peer();

  /** The headers were exchanged. */
  record Connected(String topic, String peer) implements LinkEvent {}

  /**
   * The connection failed, was refused or broke. Said once per cause, however often an attempt
   * fails in the same way.
   *
   * @param willRetry whether the link goes on trying by itself
   */
  record Lost(String topic, String peer, IOException cause, boolean willRetry)
      implements LinkEvent {}
}
