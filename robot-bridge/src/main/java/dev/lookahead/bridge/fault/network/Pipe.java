package dev.lookahead.bridge.fault.network;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One direction of a connection. Holds at most {@value #MOST_HELD} bytes and one read: beyond that
 * it reads no more, and the sender feels it. An end is passed on after all bytes, through a cut
 * line not at all. Thread: the proxy's event loop.
 */
final class Pipe extends ChannelInboundHandlerAdapter {

  /** Four mebibytes: a 640x480 camera at 20 Hz, delayed by 200 ms. */
  static final int MOST_HELD = 4 << 20;

  private record Segment(ByteBuf bytes, long dueNanos) {}

  private final Line line;
  private final Channel from;
  private final Channel to;
  private final Deque<Segment> segments = new ArrayDeque<>();
  private long held;
  private long freeNanos;
  private boolean reading;
  private boolean scheduled;
  private boolean ended;

  Pipe(Line line, Channel from, Channel to) {
    this.line = line;
    this.from = from;
    this.to = to;
    this.freeNanos = line.nanos();
  }

  /** Goes on, if the line lets it. */
  void proceed() {
    pump();
    if (!reading && !ended && !line.isCut() && held < MOST_HELD) {
      reading = true;
      from.read();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    held += bytes.readableBytes();
    segments.addLast(new Segment(bytes, line.nanos() + line.delayNanos()));
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    reading = false;
    proceed();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    ended = true;
    proceed();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    // A reset: the end of this direction like any other.
    var unused = context.close();
  }

  private void pump() {
    while (!segments.isEmpty() && !line.isCut() && to.isWritable()) {
      long wait = Math.max(segments.getFirst().dueNanos(), freeNanos) - line.nanos();
      if (wait > 0) {
        later(wait);
        return;
      }
      pass(segments.getFirst().bytes());
    }
    if (ended && segments.isEmpty() && !line.isCut()) {
      var unused = to.close();
    }
  }

  private void pass(ByteBuf waiting) {
    int most = line.most(waiting.readableBytes());
    ByteBuf part = waiting.readRetainedSlice(most);
    held -= most;
    freeNanos = line.nanos() + line.passingNanos(most);
    if (!waiting.isReadable()) {
      segments.removeFirst().bytes().release();
    }
    to.writeAndFlush(part).addListener(written -> proceed());
  }

  private void later(long nanos) {
    if (!scheduled) {
      scheduled = true;
      var unused =
          from.eventLoop()
              .schedule(
                  () -> {
                    scheduled = false;
                    proceed();
                  },
                  nanos,
                  TimeUnit.NANOSECONDS);
    }
  }

  /** Forgets what it holds. */
  void drop() {
    ended = true;
    segments.forEach(segment -> segment.bytes().release());
    segments.clear();
    held = 0;
  }
}
