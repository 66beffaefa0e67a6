package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Subscriber;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** Listens to a topic for a moment, before the loop begins. */
final class FirstMessage {

  private static final int QUEUE = 10;

  private FirstMessage() {}

  /**
   * Shows messages until one of them is enough.
   *
   * @param enough is asked on the calling thread
   * @return false if there was none in time
   */
  static <M> boolean await(
      ConnectedNode node,
      String topic,
      MessageType<M> type,
      Predicate<? super M> enough,
      Patience patience)
      throws InterruptedException {
    ConcurrentLinkedQueue<M> heard = new ConcurrentLinkedQueue<>();
    try (Subscriber<M> subscriber = node.newSubscriber(topic, type)) {
      subscriber.addMessageListener(heard::add, QUEUE);
      do {
        for (M message = heard.poll(); message != null; message = heard.poll()) {
          if (enough.test(message)) {
            return true;
          }
        }
      } while (patience.pause());
      return false;
    }
  }
}
