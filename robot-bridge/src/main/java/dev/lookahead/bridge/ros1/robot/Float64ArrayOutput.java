package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64MultiArray;
import dev.lookahead.bridge.ros1.msg.std_msgs.MultiArrayLayout;
import java.util.List;

/**
 * Numbers as {@code std_msgs/Float64MultiArray}, as the group controllers of ros_control take them.
 *
 * @param size how many elements the robot expects, 1 to 256; what no axis names is 0
 * @param axes with indices of elements as targets, from 0
 */
public record Float64ArrayOutput(String topic, int size, List<CommandAxis> axes)
    implements CommandOutput {

  private static final int MAX_SIZE = 256;

  /** Refuses elements outside the array. */
  public Float64ArrayOutput {
    axes = CommandOutput.checked(axes);
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be from 1 to " + MAX_SIZE + ", got " + size);
    }
    for (CommandAxis axis : axes) {
      if (!axis.target().matches("\\d{1,3}") || Integer.parseInt(axis.target()) >= size) {
        throw new IllegalArgumentException(
            "'%s' goes to an element from 0 to %d, got '%s'"
                .formatted(axis.name(), size - 1, axis.target()));
      }
    }
  }

  @Override
  public CommandOutput on(String other) {
    return new Float64ArrayOutput(other, size, axes);
  }

  @Override
  public CommandCodec<?> codec() {
    int[] elements = axes.stream().mapToInt(axis -> Integer.parseInt(axis.target())).toArray();
    return new CommandCodec<Float64MultiArray>() {

      @Override
      public MessageType<Float64MultiArray> type() {
        return Float64MultiArray.TYPE;
      }

      @Override
      public Float64MultiArray encode(double[] numbers, RosTime stamp) {
        double[] data = new double[size];
        for (int i = 0; i < elements.length; i++) {
          data[elements[i]] = numbers[i];
        }
        return Float64MultiArray.of(MultiArrayLayout.zero(), data);
      }

      @Override
      public double[] decode(Float64MultiArray message) throws MessageFormatException {
        double[] data = message.data();
        if (data.length != size) {
          throw new MessageFormatException(
              "Float64MultiArray", size + " elements", data.length + " elements");
        }
        double[] numbers = new double[elements.length];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = data[elements[i]];
        }
        return numbers;
      }
    };
  }
}
