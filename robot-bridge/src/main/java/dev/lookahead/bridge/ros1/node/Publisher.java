package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.MessageWriter;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.tcpros.LinkStatistics;
import dev.lookahead.bridge.ros1.tcpros.Publication;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Sends the messages of a topic. {@link #publish} encodes into a buffer that is used again and
 * writes to every subscriber on the calling thread, without waiting for any.
 *
 * <p>Thread: any; messages leave in the order of the calls.
 *
 * @param <M> the messages
 */
public final class Publisher<M> implements AutoCloseable {

  private static final int FIRST_BYTES = 256;

  private final MessageType<M> type;
  private final GraphName topic;
  private final Publication publication;
  private final Runnable onClose;
  private ByteBuffer framed = buffer(FIRST_BYTES);

  Publisher(MessageType<M> type, GraphName topic, Publication publication, Runnable onClose) {
    this.type = type;
    this.topic = topic;
    this.publication = publication;
    this.onClose = onClose;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Sends a message to every subscriber. */
  public synchronized void publish(M message) {
    int size = type.size(message);
    ByteBuffer out = room(size);
    MessageWriter writer = new MessageWriter(out.putInt(size));
    type.write(message, writer);
    publication.send(out.position(0).limit(Integer.BYTES + size));
  }

  /**
   * Sends a body that is already encoded.
   *
   * @param body a whole message of this topic's type, position to limit; copied
   */
  public synchronized void publishBody(ByteBuffer body) {
    ByteBuffer out = room(body.remaining());
    out.putInt(body.remaining()).put(body.duplicate());
    publication.send(out.flip());
  }

  private ByteBuffer room(int bodyBytes) {
    int needed = Math.addExact(Integer.BYTES, bodyBytes);
    if (framed.capacity() < needed) {
      framed = buffer(Math.max(needed, (int) Math.min(Integer.MAX_VALUE, 2L * framed.capacity())));
    }
    return framed.clear();
  }

  /** Whether newcomers get the last message; from the next message on. */
  public void setLatchMode(boolean on) {
    publication.setLatching(on);
  }

  /** Whether anybody receives this topic now. */
  public boolean hasSubscribers() {
    return getNumberOfSubscribers() > 0;
  }

  /** How many receive this topic now. */
  public int getNumberOfSubscribers() {
    return publication.subscribers();
  }

  /** The topic's global name. */
  public GraphName topic() {
    return topic;
  }

  /** What went to each subscriber that is connected now. */
  public List<LinkStatistics> statistics() {
    return publication.statistics();
  }

  /** Takes the topic back and closes the connections of its subscribers. */
  @Override
  public void close() {
    onClose.run();
  }
}
