package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.bridge.ros1.tcpros.TransportHints;
import java.io.IOException;

/**
 * The node {@code /rosout} that a roscore has: collects what all nodes log on {@code /rosout} and
 * says it again on {@code /rosout_agg}, so that a console has one publisher to listen to. Lines are
 * handed on as they came, undecoded.
 */
public final class RosoutAggregator implements AutoCloseable {

  /** As roscpp's. */
  private static final int QUEUED_LINES = 1000;

  private final ConnectedNode node;

  private RosoutAggregator(ConnectedNode node) {
    this.node = node;
  }

  /**
   * Collects from now on.
   *
   * @param environment of the graph; its namespace does not matter
   * @throws IOException if there is no master
   */
  public static RosoutAggregator start(RosEnvironment environment, NodeSources sources)
      throws IOException {
    ConnectedNode node =
        ConnectedNode.connect(
            NodeConfiguration.of("/rosout", environment, RosArguments.none(), sources));
    Publisher<Log> all =
        node.newPublisher("/rosout_agg", Log.TYPE, new PublicationHints(QUEUED_LINES, false, 0));
    node.newBodySubscriber(
        "/rosout",
        Log.TYPE,
        TransportHints.eventful(),
        (body, receivedNanos) -> {
          all.publishBody(body);
          return body;
        });
    return new RosoutAggregator(node);
  }

  /** Collects no longer. */
  @Override
  public void close() {
    node.close();
  }
}
