package dev.lookahead.bridge.ros1.node;

import org.slf4j.LoggerFactory;

/** A program that only cares about starting; failures are logged. */
public abstract class AbstractNodeMain implements NodeMain {

  @Override
  public void onShutdown(ConnectedNode node) {}

  @Override
  public void onShutdownComplete(ConnectedNode node) {}

  @Override
  public void onError(Exception failure) {
    LoggerFactory.getLogger(getClass()).error("the node failed: {}", failure.getMessage());
  }
}
