package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.worldmodel.Action;
import java.util.function.LongSupplier;

/**
 * Sends actions as messages. Queues of one: a robot that does not read never gets more than one
 * command late. Thread: one.
 */
interface CommandSender extends AutoCloseable {

  /** What a robot takes. */
  static CommandSender open(ConnectedNode node, RosRobotSettings settings, LongSupplier nanoClock) {
    if (settings.command() instanceof EndEffectorOutput arm) {
      return new EndEffectorSender(
          node, arm, settings.endEffector().orElseThrow(), settings.controlPeriod(), nanoClock);
    }
    return NumbersSender.open(node, (NumbersOutput) settings.command());
  }

  /**
   * Sends an action.
   *
   * @param felt what an action that is a displacement starts from
   */
  void send(Action action, Felt felt);

  /** How many listen to it. */
  int listeners();

  @Override
  void close();
}
