package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The master's calls of nodes: in order for each node, and one that does not answer delays no
 * other.
 */
final class SlaveNotifier {

  private static final Logger LOG = LoggerFactory.getLogger(SlaveNotifier.class);

  private final XmlRpcClient client;
  private final Executor executor;
  private final Map<URI, CompletableFuture<Void>> last = new ConcurrentHashMap<>();

  /**
   * @param executor makes the calls; borrowed
   */
  SlaveNotifier(XmlRpcClient client, Executor executor) {
    this.client = client;
    this.executor = executor;
  }

  /** Calls a node after all earlier calls of it; what it answers does not matter. */
  void tell(URI slave, XmlRpcCall call) {
    CompletableFuture<Void> told =
        last.compute(
            slave,
            (uri, before) ->
                (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                    .thenRunAsync(() -> call(slave, call), executor));
    var unused = told.thenRun(() -> last.remove(slave, told));
  }

  private void call(URI slave, XmlRpcCall call) {
    try {
      client.call(slave, call);
    } catch (IOException e) {
      LOG.debug("cannot tell {} of {}: {}", slave, call.method(), e.getMessage());
    }
  }
}
