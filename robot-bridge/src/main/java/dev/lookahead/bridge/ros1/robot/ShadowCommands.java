package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.function.LongSupplier;

/**
 * What would be sent if the robot were armed: the same messages on {@code ~plan/command}, which no
 * robot listens to. Thread: one.
 */
public final class ShadowCommands implements AutoCloseable {

  private final CommandSender sender;
  private final RosRobot robot;

  /**
   * @param node borrowed, not closed
   * @param robot borrowed, not closed
   * @param nanoClock the node's steady clock
   */
  public ShadowCommands(ConnectedNode node, RosRobot robot, LongSupplier nanoClock) {
    this.robot = robot;
    this.sender =
        CommandSender.open(node, robot.settings().commandedOn("~plan/command"), nanoClock);
  }

  /** Shows an action; one that the robot could never be sent is left out. */
  public void show(Action wanted) {
    ActionSpace accepted = robot.actionSpace();
    if (wanted.size() == accepted.size() && accepted.contains(wanted)) {
      sender.send(wanted, robot.felt());
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
