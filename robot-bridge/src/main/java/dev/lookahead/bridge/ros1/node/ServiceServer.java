package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;

/** A service that this node serves, until it is closed. */
public final class ServiceServer implements AutoCloseable {

  private final GraphName name;
  private final Runnable onClose;

  ServiceServer(GraphName name, Runnable onClose) {
    this.name = name;
    this.onClose = onClose;
  }

  /** The service's global name. */
  public GraphName getName() {
    return name;
  }

  /** Serves it no longer. */
  @Override
  public void close() {
    onClose.run();
  }
}
