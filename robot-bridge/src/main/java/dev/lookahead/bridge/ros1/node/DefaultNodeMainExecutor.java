package dev.lookahead.bridge.ros1.node;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Starts programs that are nodes and ends them. */
public final class DefaultNodeMainExecutor {

  private final Executor executor;
  private final Map<NodeMain, ConnectedNode> running = new ConcurrentHashMap<>();

  /**
   * @param executor runs the start of each program; borrowed
   */
  public DefaultNodeMainExecutor(Executor executor) {
    this.executor = executor;
  }

  /** Joins the graph and starts a program, both on a thread of the executor. */
  public void execute(NodeMain main, NodeConfiguration configuration) {
    executor.execute(() -> start(main, configuration));
  }

  private void start(NodeMain main, NodeConfiguration configuration) {
    ConnectedNode node;
    try {
      node = ConnectedNode.connect(configuration);
    } catch (IOException | RuntimeException e) {
      main.onError(e);
      return;
    }
    running.put(main, node);
    node.addShutdownListener(reason -> main.onShutdown(node));
    node.addClosedListener(
        () -> {
          running.remove(main, node);
          main.onShutdownComplete(node);
        });
    try {
      main.onStart(node);
    } catch (RuntimeException e) {
      main.onError(e);
      shutdownNodeMain(main);
    }
  }

  /** Ends one program; nothing if it does not run. */
  public void shutdownNodeMain(NodeMain main) {
    ConnectedNode node = running.remove(main);
    if (node != null) {
      node.close();
    }
  }

  /** Ends all programs. */
  public void shutdown() {
    running.keySet().forEach(this::shutdownNodeMain);
  }
}
