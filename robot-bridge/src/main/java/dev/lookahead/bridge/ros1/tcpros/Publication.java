package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A topic as this node serves it. {@link #send} hands one message to every subscriber on the
 * calling thread and never waits for any of them.
 *
 * <p>Thread: any; messages leave in the order of the calls.
 */
public final class Publication implements AutoCloseable {

  private final String callerId;
  private final String topic;
  private final String type;
  private final String md5;
  private final String definition;
  private final PublicationHints hints;
  private final Consumer<? super LinkEvent> events;
  private final List<OutboundLink> links = new CopyOnWriteArrayList<>();
  private boolean latching;
  private @Nullable ByteBuffer last;

  /**
   * A topic without subscribers.
   *
   * @param callerId the global name of the node
   * @param definition the full text of the type; some subscribers record it
   */
  public Publication(
      String callerId,
      String topic,
      String type,
      String md5,
      String definition,
      PublicationHints hints,
      Consumer<? super LinkEvent> events) {
    this.callerId = callerId;
    this.topic = topic;
    this.type = type;
    this.md5 = md5;
    this.definition = definition;
    this.hints = hints;
    this.events = events;
    this.latching = hints.latching();
  }

  /** Global name of the topic. */
  public String topic() {
    return topic;
  }

  /** Package and name of the type. */
  public String type() {
    return type;
  }

  /**
   * Whether a newcomer gets the last message; turning it on keeps messages from the next one on.
   */
  public synchronized void setLatching(boolean on) {
    latching = on;
    if (!on) {
      last = null;
    }
  }

  /**
   * Sends one message to all subscribers.
   *
   * @param framed u32 length, little-endian, and the body, from position to limit; the caller may
   *     use the buffer again when this returns
   */
  public synchronized void send(ByteBuffer framed) {
    Supplier<ByteBuffer> keep = keptOnce(framed);
    if (latching) {
      last = keep.get();
    }
    for (OutboundLink link : links) {
      link.send(framed, keep);
      if (!link.isOpen()) {
        remove(link);
      }
    }
  }

  /** One copy at most, shared by all who have to keep the message. */
  private static Supplier<ByteBuffer> keptOnce(ByteBuffer framed) {
    return new Supplier<>() {
      private @Nullable ByteBuffer copy;

      @Override
      public ByteBuffer get() {
        if (copy == null) {
          copy = ByteBuffer.allocate(framed.remaining()).put(framed.duplicate()).flip();
        }
        return copy;
      }
    };
  }

  /** Frames a body: its length, then its bytes. */
  public static ByteBuffer framed(ByteBuffer body) {
    return ByteBuffer.allocate(Integer.BYTES + body.remaining())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(body.remaining())
        .put(body.duplicate())
        .flip();
  }

  /** Checks what a subscriber asks for. */
  void requireMatching(ConnectionHeader header) throws TcprosException {
    header.requireSame("md5sum", md5);
    if (header.get("type").isPresent()) {
      header.requireSame("type", type);
    }
  }

  ConnectionHeader answer() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("callerid", callerId);
    fields.put("topic", topic);
    fields.put("type", type);
    fields.put("md5sum", md5);
    fields.put("latching", isLatching() ? "1" : "0");
    fields.put("message_definition", definition);
    return new ConnectionHeader(fields);
  }

  private synchronized boolean isLatching() {
    return latching;
  }

  /** Takes over a connection whose headers are exchanged. */
  synchronized OutboundLink add(SocketChannel channel, String subscriber, LongSupplier nanoClock)
      throws IOException {
    if (hints.sendBufferBytes() > 0) {
      channel.setOption(StandardSocketOptions.SO_SNDBUF, hints.sendBufferBytes());
    }
    channel.configureBlocking(false);
    OutboundLink link = new OutboundLink(channel, subscriber, hints.queueLimit(), nanoClock);
    ByteBuffer kept = last;
    if (kept != null) {
      link.send(kept, () -> kept);
    }
    links.add(link);
    events.accept(new LinkEvent.Connected(topic, subscriber));
    return link;
  }

  /** Forgets a link whose subscriber is gone. */
  void remove(OutboundLink link) {
    link.close();
    if (links.remove(link)) {
      events.accept(
          new LinkEvent.Lost(topic, link.subscriber(), new TcprosException(link.end()), false));
    }
  }

  /** How many subscribers are connected now. */
  public int subscribers() {
    return (int) links.stream().filter(OutboundLink::isOpen).count();
  }

  /** What went to each subscriber that is connected now. */
  public List<LinkStatistics> statistics() {
    return links.stream().map(OutboundLink::statistics).toList();
  }

  /** Closes the connections to all subscribers. */
  @Override
  public void close() {
    links.forEach(OutboundLink::close);
    links.clear();
  }
}
