package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.node.RosoutAggregator;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * How this process joins a ROS 1 graph.
 *
 * @param environment where the master is and how others reach this process
 * @param arguments what the command line says to ROS
 * @param clock the time of day
 * @param nanos steady
 */
public record RosGraph(
    RosEnvironment environment, RosArguments arguments, InstantSource clock, LongSupplier nanos) {

  /** The graph of a master on this machine. */
  public static RosGraph local(InstantSource clock, LongSupplier nanos) {
    return new RosGraph(RosEnvironment.defaults(), RosArguments.none(), clock, nanos);
  }

  /**
   * Serves it as its master, at the port that the environment says.
   *
   * @throws LaunchFailure if the port is taken
   */
  public LocalMaster serve() {
    RosEnvironment effective = arguments.over(environment);
    int port = effective.masterUri().getPort();
    SplittableRandom random = new SplittableRandom(nanos.getAsLong());
    try {
      RosCore core =
          effective.host().isPresent()
              ? RosCore.newPublic(effective.host().get(), port, random)
              : RosCore.newPrivate(port, random);
      try {
        NodeSources sources = new NodeSources(clock, nanos, random.split());
        return new LocalMaster(
            core, RosoutAggregator.start(effective.withMaster(core.getUri()), sources));
      } catch (IOException e) {
        core.close();
        throw e;
      }
    } catch (IOException e) {
      throw new LaunchFailure(
          ExitCode.ROBOT,
          "there can be no master at " + effective.masterUri() + ": " + e.getMessage(),
          "a roscore may run already: then leave out --master");
    }
  }

  /**
   * The private parameters of a node as settings, for example {@code robot.link.patience=60s}.
   *
   * @param name of the node unless the command line says another
   * @throws LaunchFailure if there is no master
   */
  public List<String> settings(String name) {
    try (ConnectedNode node = join(name)) {
      return NodeParameters.settings(
          node.getParameterTree().getMap(node.getName().text(), Map.of()));
    }
  }

  /**
   * Joins it.
   *
   * @param name of the node unless the command line says another
   * @throws LaunchFailure if there is no master
   */
  public ConnectedNode join(String name) {
    // Chance only spreads the attempts to reconnect.
    NodeSources sources = new NodeSources(clock, nanos, new SplittableRandom(nanos.getAsLong()));
    try {
      return ConnectedNode.connect(NodeConfiguration.of(name, environment, arguments, sources));
    } catch (IOException | IllegalArgumentException e) {
      throw new LaunchFailure(ExitCode.ROBOT, String.valueOf(e.getMessage()), "");
    }
  }
}
