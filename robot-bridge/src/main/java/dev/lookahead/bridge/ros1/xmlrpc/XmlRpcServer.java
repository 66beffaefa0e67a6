package dev.lookahead.bridge.ros1.xmlrpc;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.timeout.ReadTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
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

  private static final int IDLE_SECONDS = 60;
  private static final int MAX_LINE = 4096;
  private static final int MAX_HEADERS = 8192;

  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel listening;

  private XmlRpcServer(EventLoopGroup loop, InetSocketAddress bind, Consumer<Channel> pipeline)
      throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new Limited(connections, pipeline));
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
    return new XmlRpcServer(loop, bind, channel -> equip(channel, limits, many));
  }

  static void equip(Channel channel, XmlRpcLimits limits, XmlRpcHandler handler) {
    channel
        .pipeline()
        .addLast(new ReadTimeoutHandler(IDLE_SECONDS, TimeUnit.SECONDS))
        .addLast(new HttpServerCodec(MAX_LINE, MAX_HEADERS, MAX_HEADERS))
        .addLast(new HttpObjectAggregator(limits.maxBytes()))
        .addLast(new CallHandler(handler, limits));
  }

  private static final class Limited extends ChannelInitializer<Channel> {

    private final ChannelGroup connections;
    private final Consumer<Channel> pipeline;

    Limited(ChannelGroup connections, Consumer<Channel> pipeline) {
      this.connections = connections;
      this.pipeline = pipeline;
    }

    @Override
    protected void initChannel(Channel channel) {
      if (connections.size() >= MAX_CONNECTIONS) {
        var unused = channel.close();
        return;
      }
      connections.add(channel);
      pipeline.accept(channel);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /** Stops listening and closes every connection. */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    connections.close().awaitUninterruptibly();
  }
}
