package dev.lookahead.bridge.ros1.node;

/**
 * Receives messages of a topic, one at a time, in order, on a thread of the node.
 *
 * @param <M> the messages
 */
public interface MessageListener<M> {

  /** A message arrived. */
  void onNewMessage(M message);
}
