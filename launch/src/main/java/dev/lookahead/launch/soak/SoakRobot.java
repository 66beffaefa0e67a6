package dev.lookahead.launch.soak;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.ros1.SimRobotLife;
import dev.lookahead.sim.ros1.SimRobotNode;
import dev.lookahead.sim.ros1.SimRobotSettings;
import java.util.function.LongSupplier;

/** The simulated robot of a soak, living on a thread of its own. */
final class SoakRobot {

  private static final int FRAMES_PER_STEP = 3;

  private final SimRobotLife life;

  /**
   * @param node borrowed
   */
  SoakRobot(ConnectedNode node, Simulator simulator, LongSupplier nanos) {
    SimRobotSettings of = SimRobotSettings.of(simulator.actionSpace());
    SimRobotSettings settings =
        new SimRobotSettings(
            simulator.frameSize(),
            FRAMES_PER_STEP,
            of.command(),
            of.commandTimeout(),
            true,
            false,
            false);
    SimRobotNode robot = new SimRobotNode(node, simulator, settings, nanos);
    this.life = SimRobotLife.begin(robot, "soak robot");
  }

  /** How often its camera films, in one step of a world. */
  static int framesPerStep() {
    return FRAMES_PER_STEP;
  }

  /** Ends its life. */
  void close() {
    life.close();
  }
}
