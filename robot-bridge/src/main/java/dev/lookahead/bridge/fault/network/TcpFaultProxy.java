package dev.lookahead.bridge.fault.network;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * A bad network between this machine and itself: forwards TCP connections and treats them as a
 * {@link NetworkFault} says. Memory is bounded per connection; at most {@value #MOST_ROUTES}
 * routes.
 *
 * <p>Threads: an event loop of its own; all methods may be called from any other.
 */
public final class TcpFaultProxy implements AutoCloseable {

  /** Addresses that can be forwarded to at a time. */
  public static final int MOST_ROUTES = 1_024;

  private static final int SEGMENT_BYTES = 64 << 10;
  private static final long END_SECONDS = 5;
  private static final int CLOSING_ATTEMPTS = 1_000;
  private static final int CLOSING_MILLIS = 1;
  private static final int CLOSING_PATIENCE_MILLIS = 1_000;

  private final EventLoopGroup loop;
  private final Line line;
  private final Map<InetSocketAddress, InetSocketAddress> routes = new LinkedHashMap<>();
  private final Map<InetSocketAddress, Channel> doors = new LinkedHashMap<>();
  private final Set<Connection> connections = new LinkedHashSet<>();

  private TcpFaultProxy(Line line) {
    this.line = line;
    this.loop =
        new MultiThreadIoEventLoopGroup(1, TcpFaultProxy::thread, NioIoHandler.newFactory());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "fault proxy");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A network without faults.
   *
   * @param random decides which segments are lost; belongs to the proxy from here on
   * @param nanoClock steady
   */
  public static TcpFaultProxy open(RandomGenerator random, LongSupplier nanoClock) {
    return new TcpFaultProxy(new Line(random, nanoClock));
  }

  /**
   * Where to dial to reach a target through this network; always the same for the same target.
   *
   * @throws IOException if no port can be bound, or there are too many routes
   */
  public synchronized InetSocketAddress through(InetSocketAddress target) throws IOException {
    InetSocketAddress known = routes.get(target);
    if (known != null) {
      return known;
    }
    if (routes.size() >= MOST_ROUTES) {
      throw new IOException(
          "a network of " + MOST_ROUTES + " routes is full: open another for " + target);
    }
    Channel door = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), target);
    InetSocketAddress address = (InetSocketAddress) door.localAddress();
    routes.put(target, address);
    doors.put(target, door);
    return address;
  }

  /** How many ports it listens on while it is not down. */
  public synchronized int ports() {
    return routes.size();
  }

  /** Whether an address is one of this network's. */
  public synchronized boolean leadsThrough(InetSocketAddress address) {
    return routes.containsValue(address);
  }

  private Channel bind(InetSocketAddress address, InetSocketAddress target) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(SEGMENT_BYTES))
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel accepted) {
                    new Connection(accepted, target).begin();
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException("cannot listen on " + address + ": " + bound.cause().getMessage());
    }
    return bound.channel();
  }

  /**
   * Lets the network fail, or heals it; in force when this returns.
   *
   * @throws IOException if a port that was closed cannot be bound again
   */
  public synchronized void apply(NetworkFault fault) throws IOException {
    boolean breaks = fault instanceof NetworkFault.Down || fault instanceof NetworkFault.Reset;
    if (fault instanceof NetworkFault.Down) {
      doors.values().forEach(door -> door.close().awaitUninterruptibly());
      doors.clear();
      for (InetSocketAddress address : routes.values()) {
        awaitClosed(address);
      }
    }
    loop.submit(
            () -> {
              line.set(fault);
              List<Connection> all = new ArrayList<>(connections);
              all.forEach(breaks ? Connection::reset : Connection::proceed);
            })
        .awaitUninterruptibly();
    if (!(fault instanceof NetworkFault.Down)) {
      for (Map.Entry<InetSocketAddress, InetSocketAddress> route : routes.entrySet()) {
        if (!doors.containsKey(route.getKey())) {
          doors.put(route.getKey(), bind(route.getValue(), route.getKey()));
        }
      }
    }
  }

  /**
   * The JDK closes a listening socket that a selector watches only when the selector looks next;
   * until then the system still takes connections.
   */
  private static void awaitClosed(InetSocketAddress address) throws IOException {
    for (int attempt = 0; attempt < CLOSING_ATTEMPTS; attempt++) {
      try (Socket probe = new Socket()) {
        probe.connect(address, CLOSING_PATIENCE_MILLIS);
      } catch (ConnectException refused) {
        return;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(CLOSING_MILLIS));
    }
    throw new IOException(address + " still takes connections after it was closed");
  }

  @Override
  public synchronized void close() {
    doors.values().forEach(door -> door.close().awaitUninterruptibly());
    loop.submit(() -> new ArrayList<>(connections).forEach(Connection::reset))
        .awaitUninterruptibly();
    loop.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }

  /** Two sockets and what flows between them. Thread: the event loop. */
  private final class Connection {

    private final Channel accepted;
    private final InetSocketAddress target;
    private final List<Channel> ends = new ArrayList<>();
    private final List<Pipe> pipes = new ArrayList<>();
    private boolean dialled;

    Connection(Channel accepted, InetSocketAddress target) {
      this.accepted = accepted;
      this.target = target;
    }

    void begin() {
      connections.add(this);
      ends.add(accepted);
      accepted.closeFuture().addListener(closed -> endIfBothEnded());
      proceed();
    }

    void proceed() {
      if (!dialled && !line.isCut()) {
        dialled = true;
        dial();
      }
      pipes.forEach(Pipe::proceed);
    }

    private void dial() {
      ChannelHandler placeholder = new ChannelInboundHandlerAdapter();
      new Bootstrap()
          .group(accepted.eventLoop())
          .channel(NioSocketChannel.class)
          .option(ChannelOption.AUTO_READ, false)
          .option(ChannelOption.TCP_NODELAY, true)
          .option(ChannelOption.RECVBUF_ALLOCATOR, new FixedRecvByteBufAllocator(SEGMENT_BYTES))
          .handler(placeholder)
          .connect(target)
          .addListener(
              (ChannelFuture done) -> {
                if (done.isSuccess()) {
                  join(done.channel());
                } else {
                  reset();
                }
              });
    }

    private void join(Channel dialledEnd) {
      ends.add(dialledEnd);
      dialledEnd.closeFuture().addListener(closed -> endIfBothEnded());
      Pipe there = new Pipe(line, accepted, dialledEnd);
      Pipe back = new Pipe(line, dialledEnd, accepted);
      pipes.add(there);
      pipes.add(back);
      accepted.pipeline().addLast(there);
      dialledEnd.pipeline().addLast(back);
      if (!accepted.isActive() || line.isDown()) {
        reset();
      } else {
        proceed();
      }
    }

    private void endIfBothEnded() {
      if (ends.stream().noneMatch(Channel::isOpen)) {
        pipes.forEach(Pipe::drop);
        connections.remove(this);
      }
    }

    void reset() {
      pipes.forEach(Pipe::drop);
      for (Channel end : List.copyOf(ends)) {
        if (end.isOpen()) {
          end.config().setOption(ChannelOption.SO_LINGER, 0);
          var unused = end.close();
        }
      }
    }
  }
}
