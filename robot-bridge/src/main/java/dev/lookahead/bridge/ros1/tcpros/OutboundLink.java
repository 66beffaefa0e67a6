package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A publisher's end of the connection to one subscriber. Writes without blocking on the publishing
 * thread; what the socket does not take waits in a bounded queue for the server's drain thread.
 * When the queue is full, by number or by bytes, the oldest waiting message is dropped, never one
 * that has begun to be sent. A subscriber that takes nothing for {@value #PATIENCE_SECONDS} s
 * although something waits is given up.
 */
final class OutboundLink {

  /** What may wait together; a single message may always. */
  static final long MAX_WAITING_BYTES = 16L << 20;

  private static final long PATIENCE_SECONDS = 30;
  private static final Logger LOG = LoggerFactory.getLogger(OutboundLink.class);

  private final SocketChannel channel;
  private final String subscriber;
  private final int queueLimit;
  private final LongSupplier nanoClock;
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private @Nullable ByteBuffer begun;
  private @Nullable SelectionKey key;
  private boolean closed;
  private long waitingBytes;
  private long takenNanos;
  private String end = "the subscriber closed the connection";
  private long messages;
  private long bytes;
  private long dropped;

  OutboundLink(SocketChannel channel, String subscriber, int queueLimit, LongSupplier nanoClock) {
    this.channel = channel;
    this.subscriber = subscriber;
    this.queueLimit = queueLimit;
    this.nanoClock = nanoClock;
  }

  String subscriber() {
    return subscriber;
  }

  /** How the drain thread watches the channel; before this, nothing drains the queue. */
  synchronized void watchedBy(SelectionKey selectionKey) {
    key = selectionKey;
    watchForRoom();
  }

  /**
   * Sends or queues a message.
   *
   * @param framed length and body, position 0; not kept
   * @param keep the same bytes in a buffer that may be kept; asked for only when the socket is full
   */
  synchronized void send(ByteBuffer framed, Supplier<ByteBuffer> keep) {
    if (closed) {
      return;
    }
    messages++;
    bytes += framed.remaining();
    if (begun != null) {
      enqueue(keep.get().duplicate());
      return;
    }
    ByteBuffer view = framed.duplicate();
    if (write(view) && view.hasRemaining()) {
      begun = keep.get().duplicate().position(view.position());
      takenNanos = nanoClock.getAsLong();
      watchForRoom();
    }
  }

  private void enqueue(ByteBuffer message) {
    waiting.addLast(message);
    waitingBytes += message.remaining();
    while (waiting.size() > queueLimit
        || (waitingBytes > MAX_WAITING_BYTES && waiting.size() > 1)) {
      waitingBytes -= waiting.removeFirst().remaining();
      dropped++;
    }
  }

  /** Sends what waits, as far as the socket takes it. */
  synchronized void drain() {
    while (begun != null && write(begun)) {
      if (begun.hasRemaining()) {
        return;
      }
      begun = waiting.pollFirst();
      waitingBytes -= begun == null ? 0 : begun.remaining();
    }
    watchForRoom();
  }

  /** Closes the connection if its subscriber has taken nothing for too long; true if so. */
  synchronized boolean giveUpIfStuck() {
    long stuckNanos = nanoClock.getAsLong() - takenNanos;
    if (begun == null || stuckNanos <= TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      return false;
    }
    end =
        "the subscriber took nothing for "
            + TimeUnit.NANOSECONDS.toSeconds(stuckNanos)
            + " s although messages wait";
    close();
    return true;
  }

  /** Why the connection ended, if it did. */
  synchronized String end() {
    return end;
  }

  private boolean write(ByteBuffer source) {
    try {
      if (channel.write(source) > 0 && begun != null) {
        takenNanos = nanoClock.getAsLong();
      }
      return true;
    } catch (IOException e) {
      close();
      return false;
    }
  }

  private void watchForRoom() {
    SelectionKey watched = key;
    if (watched != null && watched.isValid()) {
      watched.interestOps(
          begun == null ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      watched.selector().wakeup();
    }
  }

  synchronized boolean isOpen() {
    return !closed;
  }

  synchronized LinkStatistics statistics() {
    return new LinkStatistics(subscriber, messages, bytes, dropped, !closed);
  }

  synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    begun = null;
    waiting.clear();
    waitingBytes = 0;
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing the connection of {}: {}", subscriber, e.getMessage());
    }
    if (key != null) {
      key.selector().wakeup();
    }
  }
}
