package dev.lookahead.sim.fault;

import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SimState;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.ros1.SimRobotLife;
import dev.lookahead.sim.ros1.SimRobotNode;
import dev.lookahead.sim.ros1.SimRobotSettings;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A simulated robot on a graph, living on a thread of its own, that tells every step it takes. */
final class WatchedRobot implements AutoCloseable {

  private final ConnectedNode node;
  private final SimRobotLife life;

  /**
   * @param node owned from here on
   * @param steps is told on a thread of the node, by way of the robot's own topic
   */
  WatchedRobot(
      ConnectedNode node,
      Simulator simulator,
      int framesPerStep,
      LongSupplier nanoClock,
      Consumer<RobotStep> steps) {
    this.node = node;
    SimRobotSettings of = SimRobotSettings.of(simulator.actionSpace());
    SimRobotSettings settings =
        new SimRobotSettings(
            simulator.frameSize(),
            framesPerStep,
            of.command(),
            of.commandTimeout(),
            false,
            false,
            false);
    SimRobotNode robot = new SimRobotNode(node, simulator, settings, nanoClock);
    node.newSubscriber("~state", SimState.TYPE)
        .addMessageListener(
            state -> {
              boolean moves = Arrays.stream(state.action()).anyMatch(value -> value != 0);
              steps.accept(new RobotStep(nanoClock.getAsLong(), moves));
            });
    this.life = SimRobotLife.begin(robot, "network lab robot");
  }

  boolean isRegistered() {
    return node.isRegistered();
  }

  @Override
  public void close() {
    life.close();
    node.close();
  }
}
