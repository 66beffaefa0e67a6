package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import java.util.function.ToLongFunction;

/** A sense of which each message of one topic tells all. */
interface TopicSource {

  /** Where it is published. */
  String topic();

  /**
   * How long ago the newest message may have arrived, on this machine's clock: stamps of another
   * machine are not compared with it.
   */
  Duration maxAge();

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
