package dev.lookahead.bridge.ros1.node;

import dev.lookahead.bridge.ros1.master.MasterClient;
import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.name.NameResolver;
import dev.lookahead.bridge.ros1.tcpros.Backoff;
import dev.lookahead.bridge.ros1.tcpros.LinkEvent;
import dev.lookahead.bridge.ros1.tcpros.Publication;
import dev.lookahead.bridge.ros1.tcpros.TcprosServer;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running parts of a node: its threads, its two ports, and what is announced to the master.
 * Started in the order in which they need each other, closed in reverse.
 */
final class NodeRuntime implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeRuntime.class);

  private final NodeThreads threads;
  private final TcprosServer tcpros;
  private final XmlRpcServer slave;
  private final URI uri;
  private final MasterClient master;
  private final Registrar registrar;
  private final Subscriptions subscriptions = new Subscriptions();
  private final ParameterListeners parameterListeners;
  private final NodeContext context;
  private final Announcements announcements;
  private final List<Consumer<String>> shutdownListeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> closedListeners = new CopyOnWriteArrayList<>();
  private final List<Consumer<LinkEvent>> linkListeners = new CopyOnWriteArrayList<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  private NodeRuntime(NodeConfiguration configuration, NodeAddress address, NodeThreads threads)
      throws IOException {
    this.threads = threads;
    String advertised = address.advertised();
    GraphName node = configuration.names().node();
    XmlRpcClient client =
        new XmlRpcClient(threads.loop(), configuration.xmlRpcLimits(), configuration.callTimeout());
    this.master = new MasterClient(client, configuration.environment().masterUri(), node);
    String identity = identity(master);
    this.parameterListeners = new ParameterListeners(threads.executor());
    this.tcpros =
        TcprosServer.listen(
            address.anyPort(),
            threads.executor(),
            configuration.tcprosLimits(),
            configuration.sources().nanoClock());
    this.slave =
        XmlRpcServer.listen(
            threads.loop(),
            address.anyPort(),
            configuration.xmlRpcLimits(),
            new SlaveApi(
                master.uri(),
                advertised,
                tcpros,
                subscriptions,
                parameterListeners,
                this::endSoon));
    this.uri = URI.create("http://" + advertised + ":" + slave.address().getPort() + "/");
    RandomGenerator random = configuration.sources().random();
    this.context =
        new NodeContext(
            threads.executor(),
            new PeerClient(client, node),
            configuration.tcprosLimits(),
            configuration.sources().nanoClock(),
            () -> split(random),
            event -> linkListeners.forEach(listener -> listener.accept(event)));
    this.registrar = new Registrar(master, uri, identity, new Backoff(split(random)));
    this.announcements = new Announcements(tcpros, registrar, subscriptions, context, advertised);
    threads.executor().execute(registrar);
  }

  static NodeRuntime start(NodeConfiguration configuration) throws IOException {
    NodeAddress address = NodeAddress.of(configuration.environment());
    if (!address.bind().isLoopbackAddress()) {
      LOG.warn(
          "listening on {}: ROS 1 has no authentication, whoever reaches this address may publish"
              + " to this node or shut it down",
          address.bind());
    }
    NodeThreads threads = new NodeThreads(configuration.names().node());
    try {
      return new NodeRuntime(configuration, address, threads);
    } catch (IOException | RuntimeException e) {
      threads.close();
      throw e;
    }
  }

  private static String identity(MasterClient master) throws IOException {
    try {
      return master.identity();
    } catch (IOException e) {
      throw new IOException(
          "no ROS master answers at "
              + master.uri()
              + ": start roscore, or set ROS_MASTER_URI ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  private static RandomGenerator split(RandomGenerator random) {
    synchronized (random) {
      return new SplittableRandom(random.nextLong());
    }
  }

  ParameterTree parameters(NameResolver names) {
    return new ParameterTree(master, names, registrar, parameterListeners);
  }

  Announcements announcements() {
    return announcements;
  }

  MasterClient master() {
    return master;
  }

  URI uri() {
    return uri;
  }

  Executor executor() {
    return threads.executor();
  }

  Consumer<LinkEvent> events() {
    return context.events();
  }

  void onLinkEvent(Consumer<LinkEvent> listener) {
    linkListeners.add(listener);
  }

  void onShutdown(Consumer<String> listener) {
    shutdownListeners.add(listener);
  }

  void onClosed(Runnable listener) {
    closedListeners.add(listener);
  }

  boolean isRegistered() {
    return registrar.isSettled();
  }

  boolean isOpen() {
    return !closed.get();
  }

  private void endSoon(String reason) {
    threads.newThread(() -> close(reason)).start();
  }

  @Override
  public void close() {
    close("the node is closed");
  }

  private void close(String reason) {
    if (closed.getAndSet(true)) {
      return;
    }
    LOG.info("{} ends: {}", uri, reason);
    shutdownListeners.forEach(listener -> listener.accept(reason));
    registrar.close();
    subscriptions.all().forEach(BodySubscriber::close);
    tcpros.publications().forEach(Publication::close);
    tcpros.close();
    slave.close();
    threads.close();
    closedListeners.forEach(Runnable::run);
  }
}
