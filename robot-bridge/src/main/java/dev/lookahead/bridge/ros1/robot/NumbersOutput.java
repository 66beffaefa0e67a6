package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Commands in which each component of an action is a number of its own. */
public sealed interface NumbersOutput extends CommandOutput
    permits TwistOutput, JointTrajectoryOutput, Float64ArrayOutput, JointStateOutput {

  /** Per component of an action, in their order, where it goes. */
  List<CommandAxis> axes();

  /** The messages. */
  CommandCodec<?> codec();

  @Override
  NumbersOutput on(String topic);

  @Override
  default MessageType<?> type() {
    return codec().type();
  }

  @Override
  default ActionSpace actionSpace() {
    return new ActionSpace(axes().stream().map(CommandAxis::axis).toList());
  }

  /** The numbers of the messages, in the order of the axes. */
  default double[] numbers(Action action) {
    if (action.size() != axes().size()) {
      throw new IllegalArgumentException(
          "a command of %s has %d values, got %d".formatted(topic(), axes().size(), action.size()));
    }
    double[] numbers = new double[action.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = axes().get(i).toMessage(action.get(i));
    }
    return numbers;
  }

  /** The action that has these numbers. */
  default Action action(double[] numbers) {
    float[] values = new float[numbers.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = axes().get(i).fromMessage(numbers[i]);
    }
    return new Action(values);
  }

  /** Refuses an output without axes, or with two that have the same name or target. */
  static List<CommandAxis> checked(List<CommandAxis> axes) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("a command has at least 1 axis, got 0");
    }
    Set<String> seen = new HashSet<>();
    for (CommandAxis axis : axes) {
      if (!seen.add("axis " + axis.name()) || !seen.add("target " + axis.target())) {
        throw new IllegalArgumentException(
            "the axes of a command have names and targets of their own, got '%s' to %s twice"
                .formatted(axis.name(), axis.target()));
      }
    }
    return List.copyOf(axes);
  }
}
