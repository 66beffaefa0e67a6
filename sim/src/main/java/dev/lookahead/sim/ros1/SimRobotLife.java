package dev.lookahead.sim.ros1;

import java.util.concurrent.atomic.AtomicBoolean;

/** A simulated robot living on a thread of its own. */
public final class SimRobotLife implements AutoCloseable {

  private final AtomicBoolean over = new AtomicBoolean();
  private final Thread thread;

  private SimRobotLife(SimRobotNode robot, String name) {
    this.thread = new Thread(() -> live(robot), name);
    thread.setDaemon(true);
  }

  /**
   * Begins it.
   *
   * @param name of the thread
   */
  public static SimRobotLife begin(SimRobotNode robot, String name) {
    SimRobotLife life = new SimRobotLife(robot, name);
    life.thread.start();
    return life;
  }

  private void live(SimRobotNode robot) {
    try {
      robot.run(over::get);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it soon, without waiting. */
  @Override
  public void close() {
    over.set(true);
    thread.interrupt();
  }
}
