package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import java.util.List;

/**
 * Numbers of joints as {@code sensor_msgs/JointState}, as drivers of small arms take them.
 *
 * @param quantity what the numbers are
 * @param axes with names of joints as targets
 */
public record JointStateOutput(String topic, Quantity quantity, List<CommandAxis> axes)
    implements NumbersOutput {

  /** Checks the axes. */
  public JointStateOutput {
    axes = NumbersOutput.checked(axes);
  }

  @Override
  public NumbersOutput on(String other) {
    return new JointStateOutput(other, quantity, axes);
  }

  @Override
  public List<String> joints() {
    return axes.stream().map(CommandAxis::target).toList();
  }

  @Override
  public CommandCodec<?> codec() {
    List<String> joints = joints();
    return new CommandCodec<JointState>() {

      @Override
      public MessageType<JointState> type() {
        return JointState.TYPE;
      }

      @Override
      public JointState encode(double[] numbers, RosTime stamp) {
        JointState.Builder message =
            JointState.builder().header(Header.of(0, stamp, "")).name(joints);
        switch (quantity) {
          case POSITION -> message.position(numbers);
          case VELOCITY -> message.velocity(numbers);
          case EFFORT -> message.effort(numbers);
        }
        return message.build();
      }

      @Override
      public double[] decode(JointState message) throws MessageFormatException {
        return JointNumbers.of("JointState", joints, message.name(), of(message, quantity));
      }
    };
  }

  /** The numbers of a message, in its own order. */
  static double[] of(JointState message, Quantity quantity) {
    return switch (quantity) {
      case POSITION -> message.position();
      case VELOCITY -> message.velocity();
      case EFFORT -> message.effort();
    };
  }
}
