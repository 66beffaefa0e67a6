package dev.lookahead.bridge.ros1.node;

/** A program that is a node. */
public interface NodeMain {

  /** The node has joined the graph: create publishers, subscribers and loops here. */
  void onStart(ConnectedNode node);

  /** The node is about to leave: publishers still work. */
  void onShutdown(ConnectedNode node);

  /** The node has left; nothing of it works any more. */
  void onShutdownComplete(ConnectedNode node);

  /** The node could not join, or {@link #onStart} threw. */
  void onError(Exception failure);
}
