package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.tcpros.BodySink;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes each body once and puts the message into the queue of every listener. A body that is no
 * such message is counted and skipped. Messages that go on showing their body keep it.
 *
 * @param <M> the messages
 */
final class MessageDispatch<M> implements BodySink {

  private static final Logger LOG = LoggerFactory.getLogger(MessageDispatch.class);

  private final MessageType<M> type;
  private final Executor executor;
  private final Map<MessageListener<? super M>, ListenerQueue<M>> listeners = new LinkedHashMap<>();
  private @Nullable M last;
  private long malformed;

  MessageDispatch(MessageType<M> type, Executor executor) {
    this.type = type;
    this.executor = executor;
  }

  @Override
  public ByteBuffer accept(ByteBuffer body, long receivedNanos) {
    try {
      deliver(type.fromBody(body));
    } catch (MessageFormatException e) {
      if (countMalformed() == 1) {
        LOG.warn("a {} cannot be read and is skipped: {}", type.name(), e.getMessage());
      }
    }
    return type.readsInPlace() ? ByteBuffer.allocate(0) : body;
  }

  private synchronized void deliver(M message) {
    last = message;
    listeners.values().forEach(queue -> queue.offer(message));
  }

  private synchronized long countMalformed() {
    return ++malformed;
  }

  /**
   * Adds a listener.
   *
   * @param latched whether it is told the last message at once
   */
  synchronized void add(MessageListener<? super M> listener, int limit, boolean latched) {
    ListenerQueue<M> queue = new ListenerQueue<>(listener::onNewMessage, limit, executor);
    listeners.put(listener, queue);
    M latest = last;
    if (latched && latest != null) {
      queue.offer(latest);
    }
  }

  synchronized boolean remove(MessageListener<? super M> listener) {
    return listeners.remove(listener) != null;
  }

  synchronized long dropped() {
    return listeners.values().stream().mapToLong(ListenerQueue::dropped).sum();
  }

  synchronized long malformed() {
    return malformed;
  }
}
