package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A publisher's end of the connection to one subscriber. Writes without blocking on the publishing
 * thread; what the socket does not take waits in a bounded queue for the server's drain thread.
 * When the queue is full the oldest waiting message is dropped, never one that has begun to be
 * sent.
 */
final class OutboundLink {

  private static final Logger LOG = LoggerFactory.getLogger(OutboundLink.class);

  private final SocketChannel channel;
  private final String subscriber;
  private final int queueLimit;
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private @Nullable ByteBuffer begun;
  private @Nullable SelectionKey key;
  private boolean closed;
  private long messages;
  private long bytes;
  private long dropped;

  OutboundLink(SocketChannel channel, String subscriber, int queueLimit) {
    this.channel = channel;
    this.subscriber = subscriber;
    this.queueLimit = queueLimit;
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
      waiting.addLast(keep.get().duplicate());
      if (waiting.size() > queueLimit) {
        waiting.removeFirst();
        dropped++;
      }
      return;
    }
    ByteBuffer view = framed.duplicate();
    if (write(view) && view.hasRemaining()) {
      begun = keep.get().duplicate().position(view.position());
      watchForRoom();
    }
  }

  /** Sends what waits, as far as the socket takes it. */
  synchronized void drain() {
    while (begun != null && write(begun)) {
      if (begun.hasRemaining()) {
        return;
      }
      begun = waiting.pollFirst();
    }
    watchForRoom();
  }

  private boolean write(ByteBuffer source) {
    try {
      channel.write(source);
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
