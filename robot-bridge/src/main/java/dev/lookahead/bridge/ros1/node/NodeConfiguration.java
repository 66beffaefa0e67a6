package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.name.NameResolver;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.tcpros.TcprosLimits;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What a node needs to join a graph.
 *
 * @param defaultName its name unless the command line says another; relative
 * @param environment where the master is and how others reach this node
 * @param arguments of the command line
 * @param sources of time and chance
 * @param callTimeout of each call of the master or another node; 10 ms to 60 s
 */
public record NodeConfiguration(
    GraphName defaultName,
    RosEnvironment environment,
    RosArguments arguments,
    NodeSources sources,
    Duration callTimeout,
    XmlRpcLimits xmlRpcLimits,
    TcprosLimits tcprosLimits) {

  private static final Duration SHORTEST_CALL = Duration.ofMillis(10);
  private static final Duration LONGEST_CALL = Duration.ofSeconds(60);

  /** Lets the command line override the environment; refuses timeouts outside their range. */
  public NodeConfiguration {
    if (callTimeout.compareTo(SHORTEST_CALL) < 0 || callTimeout.compareTo(LONGEST_CALL) > 0) {
      throw new IllegalArgumentException(
          "callTimeout must be in "
              + SHORTEST_CALL
              + " .. "
              + LONGEST_CALL
              + ", got "
              + callTimeout);
    }
    environment = arguments.over(environment);
  }

  /** A node as {@code roslaunch} starts one: environment and command line say what they say. */
  public static NodeConfiguration of(
      String defaultName, RosEnvironment environment, RosArguments arguments, NodeSources sources) {
    return new NodeConfiguration(
        GraphName.of(defaultName),
        environment,
        arguments,
        sources,
        Duration.ofSeconds(3),
        XmlRpcLimits.defaults(),
        TcprosLimits.defaults());
  }

  /** A node that only this machine can reach. */
  public static NodeConfiguration newPrivate(
      String defaultName, URI masterUri, NodeSources sources) {
    return of(
        defaultName, RosEnvironment.defaults().withMaster(masterUri), RosArguments.none(), sources);
  }

  /**
   * A node that other machines can reach.
   *
   * @param host the name or address by which they dial this machine; the node listens there
   */
  public static NodeConfiguration newPublic(
      String defaultName, String host, URI masterUri, NodeSources sources) {
    return of(
        defaultName,
        new RosEnvironment(masterUri, Optional.of(host), GraphName.ROOT),
        RosArguments.none(),
        sources);
  }

  /** The node's global name and what the names it says mean. */
  public NameResolver names() {
    GraphName name = arguments.nodeName().map(GraphName::of).orElse(defaultName);
    return new NameResolver(environment.namespace().join(name), arguments.remappings());
  }
}
