package dev.lookahead.bridge.fault.network;

import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcCall;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcClient;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcLimits;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcServer;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Array;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Int;
import dev.lookahead.bridge.ros1.xmlrpc.XmlRpcValue.Text;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The place of one node in a ROS 1 graph, behind a bad network. A node that takes {@link
 * #masterUri} for its master has all its connections led through a {@link TcpFaultProxy}, those it
 * dials and those it is dialled by; master and peers are any, and dial as they are used to.
 *
 * <p>Calls of the master and between nodes are read, and each address in them is replaced by one
 * that leads through the network: URIs of nodes and services, and the answer to {@code
 * requestTopic}. Streams of messages pass unread.
 */
public final class GraphProxy implements AutoCloseable {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(1);
  private static final String TCPROS = "TCPROS";
  private static final int FRONT_THREADS = 4;
  private static final long END_SECONDS = 5;

  private final TcpFaultProxy network;
  private final EventLoopGroup fronts;
  private final EventLoopGroup calls;
  private final XmlRpcClient client;
  private final Map<URI, XmlRpcServer> servers = new LinkedHashMap<>();
  private final URI masterUri;

  /**
   * Stands before a master.
   *
   * @param network borrowed, not closed
   * @throws IOException if no port can be bound
   */
  public GraphProxy(URI master, TcpFaultProxy network) throws IOException {
    this.network = network;
    this.fronts =
        new MultiThreadIoEventLoopGroup(
            FRONT_THREADS, GraphProxy::thread, NioIoHandler.newFactory());
    this.calls = new MultiThreadIoEventLoopGroup(1, GraphProxy::thread, NioIoHandler.newFactory());
    this.client = new XmlRpcClient(calls, XmlRpcLimits.defaults(), CALL_TIMEOUT);
    this.masterUri = front(master);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "graph proxy");
    thread.setDaemon(true);
    return thread;
  }

  /** The master as the node behind the network shall see it. */
  public URI masterUri() {
    return masterUri;
  }

  /** How many ports it listens on, those of the network not counted. */
  public synchronized int ports() {
    return servers.size();
  }

  /** A server that makes the calls of another, reached through the network. */
  private synchronized URI front(URI real) throws IOException {
    XmlRpcServer server = servers.get(real);
    if (server == null) {
      server =
          XmlRpcServer.listen(
              fronts,
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              XmlRpcLimits.defaults(),
              call -> forward(real, call));
      servers.put(real, server);
    }
    return uri("http", network.through(server.address()), "/");
  }

  /** Blocks a thread of the fronts; those who are called answer without calling back. */
  private XmlRpcValue forward(URI real, XmlRpcCall call) throws IOException {
    List<XmlRpcValue> parameters = new ArrayList<>();
    for (XmlRpcValue parameter : call.parameters()) {
      parameters.add(led(parameter));
    }
    return led(client.call(real, new XmlRpcCall(call.method(), parameters)));
  }

  /** The same value, with addresses that lead through the network. */
  private XmlRpcValue led(XmlRpcValue value) throws IOException {
    if (value instanceof Text text) {
      return new Text(led(text.value()));
    }
    if (!(value instanceof Array array)) {
      return value;
    }
    List<XmlRpcValue> items = array.items();
    if (items.size() == 3
        && items.get(0).equals(new Text(TCPROS))
        && items.get(1) instanceof Text host
        && items.get(2) instanceof Int port) {
      InetSocketAddress led = through(new InetSocketAddress(host.value(), port.value()));
      return XmlRpcValue.array(
          items.get(0), new Text(led.getAddress().getHostAddress()), new Int(led.getPort()));
    }
    List<XmlRpcValue> mapped = new ArrayList<>();
    for (XmlRpcValue item : items) {
      mapped.add(led(item));
    }
    return new Array(mapped);
  }

  private String led(String text) throws IOException {
    boolean node = text.startsWith("http://");
    if (!node && !text.startsWith("rosrpc://")) {
      return text;
    }
    URI uri = URI.create(text);
    InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
    if (network.leadsThrough(address)) {
      return text;
    }
    return (node ? front(uri) : uri("rosrpc", through(address), "")).toString();
  }

  private InetSocketAddress through(InetSocketAddress address) throws IOException {
    return network.leadsThrough(address) ? address : network.through(address);
  }

  private static URI uri(String scheme, InetSocketAddress address, String path) {
    return URI.create(
        scheme + "://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
  }

  @Override
  public synchronized void close() {
    servers.values().forEach(XmlRpcServer::close);
    for (EventLoopGroup group : List.of(fronts, calls)) {
      group.shutdownGracefully(0, END_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
  }
}
