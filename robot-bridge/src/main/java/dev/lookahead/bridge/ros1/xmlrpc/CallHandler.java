package dev.lookahead.bridge.ros1.xmlrpc;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns one HTTP request into a call, and its answer into the response. */
final class CallHandler extends SimpleChannelInboundHandler<FullHttpRequest> {

  private static final Logger LOG = LoggerFactory.getLogger(CallHandler.class);
  private static final byte[] NOTHING = {};

  private final XmlRpcHandler handler;
  private final XmlRpcLimits limits;
  private final Consumer<? super Channel> answered;

  /**
   * @param answered is told of the connection after each call
   */
  CallHandler(XmlRpcHandler handler, XmlRpcLimits limits, Consumer<? super Channel> answered) {
    this.handler = handler;
    this.limits = limits;
    this.answered = answered;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    if (request.decoderResult().isFailure()) {
      respond(context, false, HttpResponseStatus.BAD_REQUEST, NOTHING);
    } else if (!request.method().equals(HttpMethod.POST)) {
      respond(context, false, HttpResponseStatus.METHOD_NOT_ALLOWED, NOTHING);
    } else {
      byte[] answer = answer(context, ByteBufUtil.getBytes(request.content()));
      respond(context, HttpUtil.isKeepAlive(request), HttpResponseStatus.OK, answer);
      answered.accept(context.channel());
    }
  }

  private byte[] answer(ChannelHandlerContext context, byte[] document) {
    try {
      XmlRpcCall call = XmlRpcReader.call(document, limits);
      return XmlRpcWriter.answer(handler.answer(call));
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("refused a call of {}: {}", context.channel().remoteAddress(), e.getMessage());
      return XmlRpcWriter.fault(XmlRpcFault.GENERAL, String.valueOf(e.getMessage()));
    }
  }

  private static void respond(
      ChannelHandlerContext context, boolean keepAlive, HttpResponseStatus status, byte[] body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/xml")
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    HttpUtil.setKeepAlive(response, keepAlive);
    var written = context.writeAndFlush(response);
    if (!keepAlive) {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug(
        "closing the connection of {}: {}", context.channel().remoteAddress(), cause.toString());
    var unused = context.close();
  }
}
