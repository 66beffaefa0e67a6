package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.node.RosoutAggregator;
import java.net.URI;

/**
 * What a roscore is, in this process: the master, and the node that collects what all nodes log.
 *
 * @param core owned
 * @param logs owned
 */
public record LocalMaster(RosCore core, RosoutAggregator logs) implements AutoCloseable {

  /** What nodes set {@code ROS_MASTER_URI} to. */
  public URI uri() {
    return core.getUri();
  }

  /** Ends both. */
  @Override
  public void close() {
    logs.close();
    core.close();
  }
}
