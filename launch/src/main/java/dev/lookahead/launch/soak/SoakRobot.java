package dev.lookahead.launch.soak;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.ros1.SimRobotNode;
import dev.lookahead.sim.ros1.SimRobotSettings;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/** The simulated robot of a soak, living on a thread of its own. */
final class SoakRobot {

  private static final int FRAMES_PER_STEP = 3;

  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread life;

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
    this.life = new Thread(() -> live(robot), "soak robot");
    life.setDaemon(true);
    life.start();
  }

  /** How often its camera films, in one step of a world. */
  static int framesPerStep() {
    return FRAMES_PER_STEP;
  }

  private void live(SimRobotNode robot) {
    try {
      robot.run(over::get);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends its life. */
  void close() {
    over.set(true);
    life.interrupt();
  }
}
