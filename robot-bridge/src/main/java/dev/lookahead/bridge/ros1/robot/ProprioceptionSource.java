package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.worldmodel.Proprioception;
import java.util.function.ToLongFunction;

/** Where a robot's sense of itself comes from, and in which order its values are. */
public sealed interface ProprioceptionSource permits JointStateSource, OdometrySource {

  /** Where it is published. */
  String topic();

  /** How many values there are. */
  int size();

  /** The messages and what they mean. */
  Sense<?> sense();

  /**
   * What messages of a type mean.
   *
   * @param <M> the messages
   * @param type of the messages
   * @param reading takes the values out
   * @param stampNanos when they were measured, on the clock of the graph
   */
  record Sense<M>(MessageType<M> type, Reading<M> reading, ToLongFunction<M> stampNanos) {}

  /**
   * Takes the values out of a message.
   *
   * @param <M> the messages
   */
  interface Reading<M> {

    /**
     * The values in the configured order.
     *
     * @throws MessageFormatException if one is missing
     */
    Proprioception of(M message) throws MessageFormatException;
  }
}
