package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.worldmodel.Action;

/**
 * What would be sent if the robot were armed: the same messages on {@code ~plan/command}, which no
 * robot listens to. Thread: one.
 */
public final class ShadowCommands implements AutoCloseable {

  private final CommandSender sender;
  private final CommandOutput output;

  /**
   * @param node borrowed, not closed
   * @param output the robot's
   */
  public ShadowCommands(ConnectedNode node, CommandOutput output) {
    this.output = output;
    this.sender = CommandSender.open(node, output.on("~plan/command"));
  }

  /** Shows an action; one that the robot could never be sent is left out. */
  public void show(Action wanted) {
    if (wanted.size() == output.axes().size() && output.actionSpace().contains(wanted)) {
      sender.send(wanted);
    }
  }

  @Override
  public void close() {
    sender.close();
  }
}
