package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;

/** The messages that a robot takes its commands from, and what an action is in them. */
public sealed interface CommandOutput permits NumbersOutput, EndEffectorOutput {

  /** Where the robot listens. */
  String topic();

  /** The type of the messages there. */
  MessageType<?> type();

  /** What the robot accepts. */
  ActionSpace actionSpace();

  /** The joints that are commanded by name; empty if none are. */
  default List<String> joints() {
    return List.of();
  }

  /** The same on another topic; whatever else it would have published is on topics below that. */
  CommandOutput on(String topic);
}
