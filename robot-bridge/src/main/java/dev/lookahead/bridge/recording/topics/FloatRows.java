package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import java.util.Arrays;
import java.util.List;

/** Rows of one size that are gathered from messages of {@code std_msgs/Float32MultiArray}. */
final class FloatRows {

  private final int size;
  private float[] values = new float[0];
  private int count;

  /**
   * @param size numbers in a row; with 0 there are as many rows as anybody asks for
   */
  FloatRows(int size) {
    this.size = size;
  }

  /** How many rows there are. */
  int count() {
    return size == 0 ? Integer.MAX_VALUE : count;
  }

  /** Whether there are exactly so many rows. */
  boolean holds(int rows) {
    return size == 0 || count == rows;
  }

  void add(DynamicMessage message) throws MessageFormatException {
    List<?> data = (List<?>) message.get("data");
    if (data.size() != size) {
      throw new MessageFormatException(
          "data", "%d numbers".formatted(size), data.size() + " numbers");
    }
    if (values.length < (count + 1) * size) {
      values = Arrays.copyOf(values, Math.max((count + 1) * size, 2 * values.length));
    }
    for (int i = 0; i < size; i++) {
      float value = (Float) data.get(i);
      if (!Float.isFinite(value)) {
        throw new MessageFormatException("data", "finite numbers", value + "");
      }
      values[count * size + i] = value;
    }
    count++;
  }

  /** A copy of the first rows. */
  float[] first(int rows) {
    return Arrays.copyOf(values, rows * size);
  }

  void clear() {
    count = 0;
  }
}
