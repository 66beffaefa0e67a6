package dev.lookahead.bridge.ros1.xmlrpc;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Answers method calls of other nodes, also many in one. Connections stay open between calls, up to
 * a minute idle; more than {@value #MAX_CONNECTIONS} at once are refused.
 */
public final class XmlRpcServer implements AutoCloseable {

  /** A graph of some hundred nodes fits. */
  public static final int MAX_CONNECTIONS = 256;

  /** Python's and roscpp's clients connect again by themselves. */
  private static final int IDLE_SECONDS = 10;

  private static final int MAX_LINE = 4096;
  private static final int MAX_HEADERS = 8192;

  private final OpenConnections connections;
  private final Channel listening;

  private XmlRpcServer(
      EventLoopGroup loop,
      InetSocketAddress bind,
      OpenConnections connections,
      Consumer<Channel> pipeline)
      throws IOException {
    this.connections = connections;
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.admit(channel);
                    pipeline.accept(channel);
                  }
                });
    var bound = bootstrap.bind(bind).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(
          "cannot listen on " + bind + ": " + bound.cause().getMessage(), bound.cause());
    }
    this.listening = bound.channel();
  }

  /**
   * Listens.
   *
   * @param loop does the input and output and runs the handler; borrowed
   * @param bind port 0 takes any free one
   * @throws IOException if the address cannot be bound
   */
  public static XmlRpcServer listen(
      EventLoopGroup loop, InetSocketAddress bind, XmlRpcLimits limits, XmlRpcHandler handler)
      throws IOException {
    XmlRpcHandler many = new Multicall(handler, limits);
    OpenConnections connections = new OpenConnections(MAX_CONNECTIONS);
    return new XmlRpcServer(
        loop, bind, connections, channel -> equip(channel, limits, many, connections::answered));
  }

  static void equip(
      Channel channel,
      XmlRpcLimits limits,
      XmlRpcHandler handler,
      Consumer<? super Channel> answered) {
    channel
        .pipeline()
        .addLast(new ReadTimeoutHandler(IDLE_SECONDS, TimeUnit.SECONDS))
        .addLast(new HttpServerCodec(MAX_LINE, MAX_HEADERS, MAX_HEADERS))
        .addLast(new HttpObjectAggregator(limits.maxBytes()))
        .addLast(new CallHandler(handler, limits, answered));
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    connections.close();
  }
}
