package dev.lookahead.bridge.ros1.node;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands values to one receiver, in order and one at a time, and keeps at most a given number of
 * them waiting: the oldest is dropped first. A thread is taken only while values wait.
 *
 * @param <T> the values
 */
final class ListenerQueue<T> {

  private static final Logger LOG = LoggerFactory.getLogger(ListenerQueue.class);

  private final Consumer<? super T> receiver;
  private final int limit;
  private final Executor executor;
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private boolean draining;
  private long dropped;

  ListenerQueue(Consumer<? super T> receiver, int limit, Executor executor) {
    if (limit < 1) {
      throw new IllegalArgumentException("a listener's limit must be 1 or more, got " + limit);
    }
    this.receiver = receiver;
    this.limit = limit;
    this.executor = executor;
  }

  synchronized void offer(T value) {
    waiting.addLast(value);
    if (waiting.size() > limit) {
      waiting.removeFirst();
      dropped++;
    }
    if (!draining) {
      draining = true;
      try {
        executor.execute(this::drain);
      } catch (RejectedExecutionException e) {
        LOG.debug("the node is shut down: a message is dropped");
      }
    }
  }

  private void drain() {
    for (T value = next(); value != null; value = next()) {
      try {
        receiver.accept(value);
      } catch (RuntimeException e) {
        LOG.error("a listener threw; it goes on with the next message", e);
      }
    }
  }

  private synchronized @Nullable T next() {
    T value = waiting.pollFirst();
    draining = value != null;
    return value;
  }

  synchronized long dropped() {
    return dropped;
  }
}
