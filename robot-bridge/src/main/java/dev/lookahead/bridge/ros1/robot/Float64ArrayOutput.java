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
 * @param quantity what the numbers are, which decides what stops the robot: zeros stop velocities
 *     and efforts, positions are stopped where they are felt to be
 * @param size how many elements the robot expects, 1 to 256; what no axis names is 0, so positions
 *     need an axis for each
 * @param joints the names of the elements' joints in their order; may be empty unless the numbers
 *     are positions
 * @param axes with indices of elements as targets, from 0
 */
public record Float64ArrayOutput(
    String topic, Quantity quantity, int size, List<String> joints, List<CommandAxis> axes)
    implements NumbersOutput {

  private static final int MAX_SIZE = 256;

  /** Refuses elements outside the array, and positions that could not be held. */
  public Float64ArrayOutput {
    axes = NumbersOutput.checked(axes);
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be from 1 to " + MAX_SIZE + ", got " + size);
    }
    joints = List.copyOf(joints);
    if (!joints.isEmpty() && joints.size() != size) {
      throw new IllegalArgumentException(
          "joints must name all %d elements or none, got %s".formatted(size, joints));
    }
    if (quantity == Quantity.POSITION && (joints.isEmpty() || axes.size() != size)) {
      throw new IllegalArgumentException(
          "to hold positions, each of the %d elements needs a joint's name and an axis, got %d joints and %d axes"
              .formatted(size, joints.size(), axes.size()));
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
  public NumbersOutput on(String other) {
    return new Float64ArrayOutput(other, quantity, size, joints, axes);
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
