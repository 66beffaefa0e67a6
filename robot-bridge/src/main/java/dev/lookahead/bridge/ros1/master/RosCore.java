package dev.lookahead.bridge.ros1.master;

import dev.lookahead.bridge.ros1.name.GraphName;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcLimits;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcServer;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ROS 1 master in this process: for tests, and for robots without one. It knows nodes, topics,
 * services and parameters, and shuts a node down when another takes its name. Beside it a {@link
 * dev.lookahead.bridge.ros1.node.RosoutAggregator} collects what nodes log, as in a roscore.
 */
public final class RosCore implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RosCore.class);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);
  private static final long END_SECONDS = 5;

  private final ExecutorService executor;
  private final EventLoopGroup loop;
  private final XmlRpcServer server;
  private final String advertised;

  private RosCore(InetAddress bind, String advertised, int port, RandomGenerator random)
      throws IOException {
    this.advertised = advertised;
    ThreadFactory threads = RosCore::thread;
    this.executor = Executors.newCachedThreadPool(threads);
    this.loop = new MultiThreadIoEventLoopGroup(1, threads, NioIoHandler.newFactory());
    XmlRpcLimits limits = XmlRpcLimits.defaults();
    SlaveNotifier slaves =
        new SlaveNotifier(new XmlRpcClient(loop, limits, CALL_TIMEOUT), executor);
    ParameterApi parameters = new ParameterApi(firstParameters(random), slaves);
    MasterApi api = new MasterApi(new GraphRegistry(), parameters, slaves, this::getUri);
    try {
      this.server = XmlRpcServer.listen(loop, new InetSocketAddress(bind, port), limits, api);
    } catch (IOException e) {
      endThreads();
      throw e;
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "ros1 master");
    thread.setDaemon(true);
    return thread;
  }

  /** What roscore sets, with a run id by which nodes notice that this is another master. */
  private static ParameterStore firstParameters(RandomGenerator random) {
    ParameterStore store = new ParameterStore();
    String runId = new UUID(random.nextLong(), random.nextLong()).toString();
    store.set(GraphName.of("/run_id"), new Text(runId));
    store.set(GraphName.of("/rosdistro"), new Text("noetic\n"));
    store.set(GraphName.of("/rosversion"), new Text("1.16.0\n"));
    return store;
  }

  /**
   * A master that only this machine can reach.
   *
   * @param port 0 takes any free one; 11311 is where nodes look first
   * @param random makes the run id
   * @throws IOException if the port cannot be bound
   */
  public static RosCore newPrivate(int port, RandomGenerator random) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new RosCore(loopback, loopback.getHostAddress(), port, random);
  }

  /**
   * A master that other machines can reach; whoever reaches it may change the graph.
   *
   * @param host the name or address by which they dial this machine; the master listens there
   * @throws IOException if the host is unknown or the port cannot be bound
   */
  public static RosCore newPublic(String host, int port, RandomGenerator random)
      throws IOException {
    InetAddress bind = InetAddress.getByName(host);
    LOG.warn(
        "the master listens on {}: ROS 1 has no authentication, whoever reaches this address may"
            + " change the graph",
        bind);
    return new RosCore(bind, host, port, random);
  }

  /** What nodes set {@code ROS_MASTER_URI} to. */
  public URI getUri() {
    return URI.create("http://" + advertised + ":" + server.address().getPort() + "/");
  }

  /** Stops answering and ends all threads; nodes are told nothing. */
  @Override
  public void close() {
    server.close();
    endThreads();
  }

  private void endThreads() {
    executor.shutdownNow();
    loop.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
