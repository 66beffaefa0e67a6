package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber's end of the connection to one publisher. {@link #run} connects, receives, and
 * connects again with growing pauses when the connection fails, until the link is closed.
 *
 * <p>Thread: {@link #run} has one of its own and blocks on the socket; the rest may be called from
 * any.
 */
public final class InboundLink implements Runnable, AutoCloseable {

  private static final int SILENCE_CHECK_MILLIS = 250;

  private final Subscription subscription;
  private final PublisherAddress publisher;
  private final TcprosLimits limits;
  private final BodySink sink;
  private final Backoff backoff;
  private final LongSupplier nanoClock;
  private final Consumer<? super LinkEvent> events;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong messages = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private volatile @Nullable Socket socket;
  private volatile @Nullable Thread runner;
  private volatile @Nullable String failure;
  private volatile boolean connected;
  private volatile boolean latching;
  private volatile String peer = "the publisher";

  /**
   * A link that is not running yet.
   *
   * @param sink takes each body on the link's thread
   * @param events is told on the link's thread
   */
  public InboundLink(
      Subscription subscription,
      PublisherAddress publisher,
      TcprosLimits limits,
      BodySink sink,
      Backoff backoff,
      LongSupplier nanoClock,
      Consumer<? super LinkEvent> events) {
    this.subscription = subscription;
    this.publisher = publisher;
    this.limits = limits;
    this.sink = sink;
    this.backoff = backoff;
    this.nanoClock = nanoClock;
    this.events = events;
  }

  @Override
  public void run() {
    runner = Thread.currentThread();
    while (!isClosed()) {
      try {
        connectAndReceive();
      } catch (SilenceException e) {
        lost(e);
        continue;
      } catch (IOException e) {
        lost(e);
      } catch (RuntimeException e) {
        lost(new IOException("what receives the messages threw " + e, e));
      }
      pause();
    }
    runner = null;
  }

  /** Says once why there is no connection, however often the same attempt fails. */
  private void lost(IOException cause) {
    String sentence = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (!isClosed() && !sentence.equals(failure)) {
      failure = sentence;
      events.accept(new LinkEvent.Lost(subscription.topic(), peer, cause, true));
    }
  }

  private void connectAndReceive() throws IOException {
    InetSocketAddress address = publisher.locate();
    peer = address.getHostString() + ":" + address.getPort();
    try (Socket opened = TcpConnection.open(address, subscription.hints())) {
      socket = opened;
      if (isClosed()) {
        return;
      }
      opened.getOutputStream().write(subscription.header().encode().array());
      InputStream in = opened.getInputStream();
      ConnectionHeader answer = ConnectionHeader.read(in, limits);
      subscription.requireMatching(answer, peer);
      peer = answer.get("callerid").orElse(peer);
      latching = answer.isSet("latching");
      opened.setSoTimeout(SILENCE_CHECK_MILLIS);
      sink.connected(answer);
      connected = true;
      failure = null;
      backoff.reset();
      events.accept(new LinkEvent.Connected(subscription.topic(), peer));
      receive(in);
    } finally {
      connected = false;
      socket = null;
    }
  }

  private void receive(InputStream in) throws IOException {
    SilenceWatch silence = new SilenceWatch(nanoClock, subscription.hints().watchSilence());
    BodyStream bodies = new BodyStream(in, limits, silence);
    while (!isClosed()) {
      ByteBuffer body = bodies.read(buffer);
      long receivedNanos = silence.messageComplete();
      messages.incrementAndGet();
      bytes.addAndGet(body.remaining());
      buffer = sink.accept(body, receivedNanos);
    }
  }

  private void pause() {
    try {
      closed.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Whoever interrupts this thread wants it to end.
      closed.countDown();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }

  /** Whether bodies can arrive now. */
  public boolean isConnected() {
    return connected;
  }

  /** Why there is no connection; empty while there is one, and before the first attempt ended. */
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Whether the publisher repeats its last message to newcomers. */
  public boolean isLatching() {
    return latching;
  }

  /** The publisher's name once connected, before that its address. */
  public String peer() {
    return peer;
  }

  /** Bodies received over all connections. */
  public long messages() {
    return messages.get();
  }

  /** Bytes of these bodies. */
  public long bytes() {
    return bytes.get();
  }

  /** Ends the connection and soon after the thread; does not wait for it. */
  @Override
  public void close() {
    closed.countDown();
    Socket open = socket;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        events.accept(new LinkEvent.Lost(subscription.topic(), peer, e, false));
      }
    }
    Thread running = runner;
    if (running != null && running != Thread.currentThread()) {
      running.interrupt();
    }
  }
}
