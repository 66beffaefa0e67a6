package dev.lookahead.bridge.ros1.xmlrpc;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls methods of the master and of other nodes. One connection per call: calls are rare, and a
 * peer that was restarted is met afresh.
 *
 * <p>Thread: any but those of the event loop; a call blocks its caller until the answer, a failure
 * or the deadline.
 */
public final class XmlRpcClient {

  private static final int MAX_PORT = 65_535;
  private static final int MAX_LINE = 4096;
  private static final int MAX_HEADERS = 8192;

  private final EventLoopGroup loop;
  private final XmlRpcLimits limits;
  private final Duration timeout;

  /**
   * A client.
   *
   * @param loop does the input and output; borrowed
   * @param timeout of a whole call, from the first packet to the answer
   */
  public XmlRpcClient(EventLoopGroup loop, XmlRpcLimits limits, Duration timeout) {
    this.loop = loop;
    this.limits = limits;
    this.timeout = timeout;
  }

  /**
   * Calls a method and waits for its answer.
   *
   * @throws XmlRpcFault if the peer answers with a fault
   * @throws XmlRpcException if its answer cannot be read
   * @throws UnansweredException if it closes the connection instead of answering
   * @throws IOException if it cannot be reached or does not answer in time
   */
  public XmlRpcValue call(URI server, XmlRpcCall call) throws IOException {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Channel channel = connect(server, XmlRpcWriter.call(call), answer);
    try {
      return XmlRpcReader.answer(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS), limits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException)
          new InterruptedIOException("interrupted while calling " + call.method()).initCause(e);
    } catch (TimeoutException e) {
      throw new IOException(
          server + " did not answer " + call.method() + " within " + timeout.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      String message = "calling " + call.method() + " at " + server + " failed: " + reason(e);
      throw e.getCause() instanceof UnansweredException
          ? new UnansweredException(message, e)
          : new IOException(message, e);
    } finally {
      var unused = channel.close();
    }
  }

  private static String reason(ExecutionException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private Channel connect(URI server, byte[] body, CompletableFuture<byte[]> answer)
      throws IOException {
    InetSocketAddress address = address(server);
    FullHttpRequest request = request(server, body);
    Bootstrap bootstrap =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) timeout.toMillis())
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    equip(channel, limits, request, answer);
                  }
                });
    return bootstrap
        .connect(address)
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                request.release();
                answer.completeExceptionally(connected.cause());
              }
            })
        .channel();
  }

  static void equip(
      Channel channel,
      XmlRpcLimits limits,
      FullHttpRequest request,
      CompletableFuture<byte[]> answer) {
    channel
        .pipeline()
        .addLast(new HttpClientCodec(MAX_LINE, MAX_HEADERS, MAX_HEADERS))
        .addLast(new HttpObjectAggregator(limits.maxBytes()))
        .addLast(new AnswerHandler(request, answer));
  }

  private static InetSocketAddress address(URI server) throws IOException {
    int port = server.getPort();
    if (server.getHost() == null || port < 1 || port > MAX_PORT) {
      throw new XmlRpcException("expected a URI like http://HOST:PORT, got " + server);
    }
    InetSocketAddress address = new InetSocketAddress(server.getHost(), port);
    if (address.isUnresolved()) {
      throw new UnknownHostException(
          "the host of "
              + server
              + " is unknown here: set ROS_IP on that machine, or name it in /etc/hosts");
    }
    return address;
  }

  static FullHttpRequest request(URI server, byte[] body) {
    String path = server.getRawPath().isEmpty() ? "/RPC2" : server.getRawPath();
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, path, Unpooled.wrappedBuffer(body));
    request
        .headers()
        .set(HttpHeaderNames.HOST, server.getAuthority())
        .set(HttpHeaderNames.CONTENT_TYPE, "text/xml")
        .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    return request;
  }

  private static final class AnswerHandler extends SimpleChannelInboundHandler<FullHttpResponse> {

    private final FullHttpRequest request;
    private final CompletableFuture<byte[]> answer;

    AnswerHandler(FullHttpRequest request, CompletableFuture<byte[]> answer) {
      this.request = request;
      this.answer = answer;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
      context.writeAndFlush(request).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
      if (response.decoderResult().isFailure()) {
        answer.completeExceptionally(response.decoderResult().cause());
      } else if (!response.status().equals(HttpResponseStatus.OK)) {
        answer.completeExceptionally(new XmlRpcException("HTTP status " + response.status()));
      } else {
        answer.complete(ByteBufUtil.getBytes(response.content()));
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      answer.completeExceptionally(new UnansweredException("the connection was closed unanswered"));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      answer.completeExceptionally(
          cause instanceof IOException && context.channel().isActive()
              ? new UnansweredException("the connection was cut: " + cause.getMessage(), cause)
              : cause);
      var unused = context.close();
    }
  }
}
