package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.List;

/** Finds the numbers of joints in messages that list joints in an order of their own. */
final class JointNumbers {

  private JointNumbers() {}

  /**
   * The numbers of the wanted joints.
   *
   * @param what the message, for the error
   * @param names as the message lists them
   * @param values in the order of {@code names}
   * @throws MessageFormatException if a joint is not listed or has no number
   */
  static double[] of(String what, List<String> wanted, List<String> names, double[] values)
      throws MessageFormatException {
    double[] numbers = new double[wanted.size()];
    for (int i = 0; i < numbers.length; i++) {
      int index = names.indexOf(wanted.get(i));
      if (index < 0 || index >= values.length) {
        throw new MessageFormatException(
            what,
            "a number for joint '" + wanted.get(i) + "'",
            values.length + " numbers for " + names);
      }
      numbers[i] = values[index];
    }
    return numbers;
  }
}
