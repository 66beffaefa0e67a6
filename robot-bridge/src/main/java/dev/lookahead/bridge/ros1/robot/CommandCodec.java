package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;

/**
 * Numbers as messages and back. Both ends use the same one: the bridge writes, a simulated robot
 * reads.
 *
 * @param <M> the messages
 */
public interface CommandCodec<M> {

  /** The messages' type. */
  MessageType<M> type();

  /**
   * A message.
   *
   * @param numbers in the order of the axes
   * @param stamp the time of the graph
   */
  M encode(double[] numbers, RosTime stamp);

  /**
   * The numbers of a message, in the order of the axes.
   *
   * @throws MessageFormatException if one of them is missing
   */
  double[] decode(M message) throws MessageFormatException;
}
