package dev.lookahead.bridge.recording.live;

import dev.lookahead.bridge.recording.log.RecordedTopic;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Messages that wait to be written, in order of arrival and never more than a number of bytes: a
 * disk that is too slow costs messages, not memory. Thread-safe.
 */
final class PendingMessages {

  /** One message. */
  record Pending(RecordedTopic topic, long logNanos, ByteBuffer body) {}

  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  // Guarded by the lock.
  private final ArrayDeque<Pending> queue = new ArrayDeque<>();
  private long bytes;
  private long dropped;

  PendingMessages(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Copies a body and appends it, or counts it as dropped if there is no room. */
  void add(RecordedTopic topic, long logNanos, ByteBuffer body) {
    int size = body.remaining();
    lock.lock();
    try {
      if (bytes + size > maxBytes) {
        dropped++;
        return;
      }
      ByteBuffer copy = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      copy.put(0, body, body.position(), size);
      queue.add(new Pending(topic, logNanos, copy));
      bytes += size;
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The oldest message; null if none comes in time. */
  @Nullable Pending poll(long timeoutNanos) throws InterruptedException {
    long left = timeoutNanos;
    lock.lockInterruptibly();
    try {
      while (queue.isEmpty()) {
        if (left <= 0) {
          return null;
        }
        left = arrived.awaitNanos(left);
      }
      Pending oldest = queue.remove();
      bytes -= oldest.body().remaining();
      return oldest;
    } finally {
      lock.unlock();
    }
  }

  /** How many messages found no room. */
  long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }
}
