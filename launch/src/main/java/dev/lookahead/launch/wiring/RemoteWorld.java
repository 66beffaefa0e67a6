package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.sim.EmbeddedSimulator;
import dev.lookahead.sim.Sensors;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.World;
import dev.lookahead.sim.ros1.RemoteSimulator;
import java.io.IOException;
import java.util.function.LongSupplier;

/** The simulated robot of another process, and the node by which it is reached. */
final class RemoteWorld implements AutoCloseable {

  private final ConnectedNode node;
  private final RemoteSimulator simulator;

  private RemoteWorld(ConnectedNode node, RemoteSimulator simulator) {
    this.node = node;
    this.simulator = simulator;
  }

  /**
   * Finds it.
   *
   * @throws LaunchFailure if the actions of the robot are not those of the world
   */
  static RemoteWorld open(
      RosGraph graph, ChosenRobot.Ros1Robot chosen, World world, Sensors sensors, long seed)
      throws IOException, InterruptedException {
    if (!chosen.link().command().actionSpace().equals(world.actionSpace())) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "'%s' is moved by %s, the robot by %s"
              .formatted(world.name(), world.actionSpace(), chosen.link().command().actionSpace()),
          "choose the robot of this world, for example --robot " + world.name() + "-sim");
    }
    LongSupplier nanos = graph.nanos();
    ConnectedNode node = graph.join("lookahead");
    try {
      Simulator mirror = new EmbeddedSimulator(world, sensors, seed);
      RosRobot robot =
          RosRobot.open(
              node,
              chosen.link(),
              sensors.frameSize().width(),
              sensors.frameSize().height(),
              nanos);
      robot.awaitListener(nanos);
      return new RemoteWorld(
          node,
          RemoteSimulator.open(
              node, chosen.simulator(), robot, mirror, chosen.link().patience(), nanos));
    } catch (IOException | InterruptedException | RuntimeException e) {
      node.close();
      throw e;
    }
  }

  RemoteSimulator simulator() {
    return simulator;
  }

  @Override
  public void close() {
    try (node) {
      simulator.close();
    }
  }
}
