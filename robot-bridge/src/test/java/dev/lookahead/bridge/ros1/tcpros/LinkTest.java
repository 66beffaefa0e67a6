package dev.lookahead.bridge.ros1.tcpros;

import static dev.lookahead.bridge.ros1.peer.RealRos.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Links against peers that are slow, silent, of another type or gone. */
class LinkTest {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final AtomicLong clock = new AtomicLong();
  private final BlockingQueue<LinkEvent> events = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  private LinkEvent nextEvent() throws InterruptedException {
    return events.poll(SOON.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Subscription subscription(String md5) {
    return new Subscription("/l", "/t", "p/T", md5, "", TransportHints.defaults());
  }

  private InboundLink link(InetSocketAddress publisher, BodySink sink, String md5) {
    InboundLink link =
        new InboundLink(
            subscription(md5),
            () -> publisher,
            TcprosLimits.defaults(),
            sink,
            new Backoff(new SplittableRandom(1)),
            clock::get,
            events::add);
    executor.execute(link);
    return link;
  }

  private Publication publication(PublicationHints hints) {
    return new Publication("/p", "/t", "p/T", "abc", "", hints, event -> {});
  }

  private static void answer(Socket socket) throws IOException {
    ConnectionHeader.read(socket.getInputStream(), TcprosLimits.defaults());
    ConnectionHeader header =
        new ConnectionHeader(Map.of("type", "p/T", "md5sum", "abc", "callerid", "/p"));
    socket.getOutputStream().write(header.encode().array());
  }

  @Test
  void aPublisherThatFallsSilentAfterASteadyRateIsLostAndDialledAgain() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        InboundLink link =
            link((InetSocketAddress) server.getLocalSocketAddress(), (b, t) -> b, "abc");
        Socket accepted = server.accept()) {
      answer(accepted);
      assertThat(nextEvent()).isEqualTo(new LinkEvent.Connected("/t", "/p"));
      OutputStream out = accepted.getOutputStream();
      for (int i = 0; i < 20; i++) {
        out.write(Publication.framed(ByteBuffer.allocate(10)).array());
      }
      await("all arrive", SOON, () -> link.messages() == 20);
      clock.addAndGet(Duration.ofMillis(1600).toNanos());
      assertThat(((LinkEvent.Lost) nextEvent()).cause())
          .hasMessage("the publisher fell silent for 1600 ms after a steady rate");
      try (Socket again = server.accept()) {
        answer(again);
        assertThat(nextEvent()).isEqualTo(new LinkEvent.Connected("/t", "/p"));
      }
    }
  }

  @Test
  void anotherMd5IsRefusedBeforeAnyMessage() throws Exception {
    try (TcprosServer server =
            TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), System::nanoTime);
        InboundLink link = link(server.address(), (b, t) -> b, "other")) {
      server.add(publication(PublicationHints.defaults()));
      LinkEvent.Lost lost = (LinkEvent.Lost) nextEvent();
      assertThat(lost.cause())
          .hasMessageContaining("refused the connection")
          .hasMessageEndingWith("expected md5sum abc, the peer has other");
      assertThat(link.messages()).isZero();
    }
  }

  @Test
  void aSubscriberThatDoesNotReadNeitherBlocksThePublisherNorGrowsItsQueue() throws Exception {
    try (TcprosServer server =
            TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), System::nanoTime);
        Socket sleeper = new Socket()) {
      Publication publication = publication(new PublicationHints(2, false, 4 << 10));
      server.add(publication);
      sleeper.setReceiveBufferSize(4 << 10);
      sleeper.connect(server.address());
      sleeper.getOutputStream().write(subscription("abc").header().encode().array());
      AtomicLong received = new AtomicLong();
      try (InboundLink reader =
          link(
              server.address(),
              (body, at) -> {
                received.set(body.getLong(0));
                return body;
              },
              "abc")) {
        await("both", SOON, () -> publication.subscribers() == 2);
        ByteBuffer message = ByteBuffer.allocate(100_000).order(ByteOrder.LITTLE_ENDIAN);
        for (long i = 1; i <= 40; i++) {
          long expected = i;
          publication.send(Publication.framed(message.putLong(0, i)));
          await("the reader keeps up", SOON, () -> received.get() == expected);
        }
        assertThat(reader.messages()).isEqualTo(40);
        assertThat(publication.statistics())
            .anySatisfy(slow -> assertThat(slow.dropped()).isGreaterThan(25));
      }
      drainsToTheNewest(sleeper);
    }
  }

  private static Socket silentSubscriber(TcprosServer server) throws IOException {
    Socket sleeper = new Socket();
    sleeper.setReceiveBufferSize(4 << 10);
    sleeper.connect(server.address());
    sleeper.getOutputStream().write(subscription("abc").header().encode().array());
    return sleeper;
  }

  @Test
  void aSubscriberThatTakesNothingForHalfAMinuteIsGivenUp() throws Exception {
    try (TcprosServer server =
        TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), clock::get)) {
      Publication publication =
          new Publication(
              "/p", "/t", "p/T", "abc", "", new PublicationHints(2, false, 4 << 10), events::add);
      server.add(publication);
      try (Socket sleeper = silentSubscriber(server)) {
        assertThat(nextEvent()).isInstanceOf(LinkEvent.Connected.class);
        ByteBuffer message = Publication.framed(ByteBuffer.allocate(4 << 20));
        for (int i = 0; i < 10; i++) {
          publication.send(message);
        }
        clock.addAndGet(Duration.ofSeconds(30).toNanos());
        assertThat(events.poll(1500, TimeUnit.MILLISECONDS)).as("not yet").isNull();

        // The system may have taken the last bytes only after the clock had moved.
        clock.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(((LinkEvent.Lost) nextEvent()).cause().getMessage())
            .matches("the subscriber took nothing for (31|61) s although messages wait");
        assertThat(publication.subscribers()).isZero();
        assertThat(sleeper.isConnected()).isTrue();
      }
    }
  }

  @Test
  void aSubscriberForWhichNothingWaitsIsNeverGivenUp() throws Exception {
    try (TcprosServer server =
        TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), clock::get)) {
      Publication publication = publication(PublicationHints.defaults());
      server.add(publication);
      try (Socket sleeper = silentSubscriber(server)) {
        await("served", SOON, () -> publication.subscribers() == 1);
        publication.send(Publication.framed(ByteBuffer.allocate(10)));
        clock.addAndGet(Duration.ofHours(1).toNanos());
        TimeUnit.MILLISECONDS.sleep(1500);
        assertThat(publication.subscribers()).isEqualTo(1);
        assertThat(sleeper.isClosed()).isFalse();
      }
    }
  }

  @Test
  void whatWaitsForASubscriberIsBoundedInBytesHoweverLongItsQueue() throws Exception {
    int messageBytes = 1 << 20;
    int sent = 200;
    try (TcprosServer server =
        TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), clock::get)) {
      Publication publication = publication(new PublicationHints(10_000, false, 4 << 10));
      server.add(publication);
      try (Socket sleeper = silentSubscriber(server)) {
        await("served", SOON, () -> publication.subscribers() == 1);
        for (int i = 0; i < sent; i++) {
          publication.send(Publication.framed(ByteBuffer.allocate(messageBytes)));
        }
        long kept = sent - publication.statistics().get(0).dropped();
        // One more is on its way.
        assertThat((kept - 1) * messageBytes).isLessThanOrEqualTo(OutboundLink.MAX_WAITING_BYTES);
        assertThat(kept).isGreaterThan(10);
        assertThat(sleeper.isClosed()).isFalse();
      }
    }
  }

  @Test
  void peersThatConnectAndSayNothingKeepNoSubscriberOut() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try (TcprosServer server =
        TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), clock::get)) {
      Publication publication = publication(PublicationHints.defaults());
      server.add(publication);
      for (int i = 0; i < TcprosServer.MAX_CONNECTIONS + 20; i++) {
        silent.add(new Socket(server.address().getAddress(), server.address().getPort()));
      }
      try (InboundLink link = link(server.address(), (body, at) -> body, "abc")) {
        await("a newcomer is served", SOON, link::isConnected);
        silent.get(0).setSoTimeout((int) SOON.toMillis());
        assertThat(closedByPeer(silent.get(0))).isTrue();
      }
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void aMachineThatIsGoneIsNoticedWithinTwoSecondsOfSilence() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Socket opened =
            TcpConnection.open(
                (InetSocketAddress) server.getLocalSocketAddress(), TransportHints.eventful())) {
      assertThat(opened.getKeepAlive()).isTrue();
      assertThat(
              opened.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)
                  + opened.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL)
                      * opened.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT))
          .isLessThanOrEqualTo(2);
    }
  }

  /** What was begun arrives whole, then the two newest. */
  private static void drainsToTheNewest(Socket sleeper) throws Exception {
    ConnectionHeader.read(sleeper.getInputStream(), TcprosLimits.defaults());
    BodyStream bodies =
        new BodyStream(
            sleeper.getInputStream(), TcprosLimits.defaults(), SilencePolicy.AS_THE_SOCKET);
    sleeper.setSoTimeout((int) SOON.toMillis());
    ByteBuffer body = ByteBuffer.allocate(0);
    long number = 0;
    while (number < 39) {
      body = bodies.read(body);
      assertThat(body.remaining()).isEqualTo(100_000);
      number = body.getLong(0);
    }
    assertThat(bodies.read(body).getLong(0)).isEqualTo(40);
  }

  @Test
  void anImageAllocatesNothingOnceTheBuffersHaveItsSize() throws Exception {
    int frames = 50;
    int frameBytes = 640 * 480 * 3;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    AtomicLong allocated = new AtomicLong();
    AtomicLong received = new AtomicLong();
    try (TcprosServer server =
        TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), System::nanoTime)) {
      Publication publication = publication(PublicationHints.defaults());
      server.add(publication);
      LatestBody latest = new LatestBody();
      BodySink sink =
          (body, at) -> {
            ByteBuffer next = latest.accept(body, at);
            allocated.set(threads.getCurrentThreadAllocatedBytes());
            received.incrementAndGet();
            return next;
          };
      try (InboundLink link = link(server.address(), sink, "abc")) {
        await("connected", SOON, link::isConnected);
        await("served", SOON, () -> publication.subscribers() == 1);
        ByteBuffer image = Publication.framed(ByteBuffer.allocate(frameBytes));
        long before = 0;
        for (long i = 1; i <= frames; i++) {
          long expected = i;
          publication.send(image);
          await("frame " + i, SOON, () -> received.get() == expected);
          latest.poll();
          before = i == frames / 2 ? allocated.get() : before;
        }
        assertThat(allocated.get() - before)
            .as("bytes allocated for 25 frames of %d", frameBytes)
            .isLessThan(25 * 2048);
        assertThat(latest.overtaken()).isZero();
      }
    }
  }

  @Test
  void aPeerThatSaysNonsenseIsClosed() throws Exception {
    try (TcprosServer server =
            TcprosServer.listen(LOOPBACK, executor, TcprosLimits.defaults(), System::nanoTime);
        Socket fool = new Socket(server.address().getAddress(), server.address().getPort())) {
      fool.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      fool.setSoTimeout((int) SOON.toMillis());
      assertThat(closedByPeer(fool)).isTrue();
    }
  }

  /** Closing with unread bytes resets the connection; both mean the same here. */
  private static boolean closedByPeer(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
