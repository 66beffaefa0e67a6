package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port on which a node serves its topics and services. Accepts, exchanges headers within a
 * deadline and hands the connection to the topic or the service it asks for; what is not served
 * here is refused with a sentence.
 *
 * <p>Threads, all of the executor: one accepts, one drains slow subscribers, one per connection
 * while headers are exchanged and for the life of a service connection. At most {@value
 * #MAX_CONNECTIONS} connections: a newcomer takes the place of the oldest that has not said what it
 * wants, or is closed at once if there is none.
 */
public final class TcprosServer implements AutoCloseable {

  /** Of all topics and services of a node together. */
  public static final int MAX_CONNECTIONS = 256;

  /** Within which a caller that calls once must have sent its request. */
  private static final Duration REQUEST = Duration.ofSeconds(30);

  private static final long AFTER_FAILURE_NANOS = 100_000_000L;
  private static final Logger LOG = LoggerFactory.getLogger(TcprosServer.class);

  private final ServerSocketChannel listening;
  private final Executor executor;
  private final TcprosLimits limits;
  private final LongSupplier nanoClock;
  private final DrainLoop drain;
  private final Map<String, Publication> publications = new ConcurrentHashMap<>();
  private final Map<String, ServiceEndpoint> services = new ConcurrentHashMap<>();
  private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();

  /** Those whose headers are not exchanged yet, oldest first. */
  private final Queue<SocketChannel> strangers = new ConcurrentLinkedQueue<>();

  private TcprosServer(
      ServerSocketChannel listening,
      Executor executor,
      TcprosLimits limits,
      LongSupplier nanoClock,
      DrainLoop drain) {
    this.listening = listening;
    this.executor = executor;
    this.limits = limits;
    this.nanoClock = nanoClock;
    this.drain = drain;
  }

  /**
   * Listens.
   *
   * @param bind port 0 takes any free one
   * @param executor gives a thread to each task at once; borrowed
   * @throws IOException if the address cannot be bound
   */
  public static TcprosServer listen(
      InetSocketAddress bind, Executor executor, TcprosLimits limits, LongSupplier nanoClock)
      throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open();
    try {
      listening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      listening.bind(bind);
      TcprosServer server =
          new TcprosServer(listening, executor, limits, nanoClock, DrainLoop.open());
      executor.execute(server.drain);
      executor.execute(server::accept);
      return server;
    } catch (IOException e) {
      listening.close();
      throw new IOException("cannot listen on " + bind + ": " + e.getMessage(), e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.socket().getLocalSocketAddress();
  }

  /** Serves a topic from now on; false if another publication of the topic is served already. */
  public boolean add(Publication publication) {
    return publications.putIfAbsent(publication.topic(), publication) == null;
  }

  /** All topics served now. */
  public Collection<Publication> publications() {
    return List.copyOf(publications.values());
  }

  /** Stops serving a topic; the caller closes it. */
  public void remove(Publication publication) {
    publications.remove(publication.topic(), publication);
  }

  /** Serves a service from now on; false if another service of that name is served already. */
  public boolean add(ServiceEndpoint service) {
    return services.putIfAbsent(service.name(), service) == null;
  }

  /** Stops serving a service. */
  public void remove(ServiceEndpoint service) {
    services.remove(service.name(), service);
  }

  private void accept() {
    while (listening.isOpen()) {
      try {
        SocketChannel channel = listening.accept();
        if (!hasRoom()) {
          LOG.warn("refused {}: {} connections are open", channel, MAX_CONNECTIONS);
          channel.close();
          continue;
        }
        connections.add(channel);
        strangers.add(channel);
        executor.execute(() -> serve(channel));
      } catch (AsynchronousCloseException e) {
        return;
      } catch (IOException e) {
        LOG.warn("accepting a connection failed: {}", e.getMessage());
        // Out of descriptors, most likely: the next attempt would fail as fast.
        LockSupport.parkNanos(AFTER_FAILURE_NANOS);
      }
    }
  }

  private boolean hasRoom() {
    connections.removeIf(known -> !known.isOpen());
    if (connections.size() < MAX_CONNECTIONS) {
      return true;
    }
    SocketChannel oldest = strangers.poll();
    if (oldest != null) {
      close(oldest);
    }
    return oldest != null;
  }

  private void serve(SocketChannel channel) {
    boolean kept = false;
    try {
      TcpConnection.prepareAccepted(channel);
      DeadlineStream in = new DeadlineStream(channel.socket(), TcpConnection.HANDSHAKE, nanoClock);
      ConnectionHeader header = ConnectionHeader.read(in, limits);
      strangers.remove(channel);
      if (header.get("service").isPresent()) {
        serveService(channel, header);
      } else {
        kept = serveTopic(channel, header);
      }
    } catch (IOException e) {
      LOG.debug("a connection ended: {}", e.getMessage());
    } finally {
      if (!kept || !listening.isOpen()) {
        close(channel);
      }
    }
  }

  private boolean serveTopic(SocketChannel channel, ConnectionHeader header) throws IOException {
    Publication publication = publications.get(header.require("topic"));
    try {
      if (publication == null) {
        throw new TcprosException("this node does not publish " + header.require("topic"));
      }
      publication.requireMatching(header);
    } catch (TcprosException e) {
      refuse(channel, e);
      return false;
    }
    write(channel, publication.answer());
    String subscriber = header.get("callerid").orElse(String.valueOf(channel.getRemoteAddress()));
    OutboundLink link = publication.add(channel, subscriber, nanoClock);
    drain.watch(channel, publication, link, () -> close(channel));
    return true;
  }

  private void serveService(SocketChannel channel, ConnectionHeader header) throws IOException {
    ServiceEndpoint service = services.get(header.require("service"));
    try {
      if (service == null) {
        throw new TcprosException("this node does not serve " + header.require("service"));
      }
      service.requireMatching(header);
    } catch (TcprosException e) {
      refuse(channel, e);
      return;
    }
    write(channel, service.answer());
    if (!header.isSet("probe")) {
      boolean persistent = header.isSet("persistent");
      InputStream in =
          persistent
              ? waiting(channel.socket())
              : new DeadlineStream(channel.socket(), REQUEST, nanoClock);
      service.serve(in, channel.socket().getOutputStream(), persistent, limits);
    }
  }

  /** A caller that keeps its connection may take its time between calls. */
  private static InputStream waiting(Socket socket) throws IOException {
    socket.setSoTimeout(0);
    return socket.getInputStream();
  }

  private static void refuse(SocketChannel channel, TcprosException reason) throws IOException {
    LOG.warn("refused {}: {}", channel.getRemoteAddress(), reason.getMessage());
    write(channel, ConnectionHeader.refusal(String.valueOf(reason.getMessage())));
  }

  private static void write(SocketChannel channel, ConnectionHeader header) throws IOException {
    ByteBuffer bytes = header.encode();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void close(SocketChannel channel) {
    connections.remove(channel);
    strangers.remove(channel);
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("closing a connection: {}", e.getMessage());
    }
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      LOG.debug("closing the listening port: {}", e.getMessage());
    }
    drain.close();
    connections.forEach(this::close);
  }
}
