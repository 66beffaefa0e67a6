package dev.lookahead.bridge.ros1.tcpros;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Reads from a socket until a deadline, however the bytes trickle in. */
final class DeadlineStream extends InputStream {

  private final Socket socket;
  private final InputStream in;
  private final LongSupplier nanoClock;
  private final long deadlineNanos;

  DeadlineStream(Socket socket, Duration timeout, LongSupplier nanoClock) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.nanoClock = nanoClock;
    this.deadlineNanos = nanoClock.getAsLong() + timeout.toNanos();
  }

  private void arm() throws IOException {
    long leftMillis = (deadlineNanos - nanoClock.getAsLong()) / 1_000_000L;
    if (leftMillis <= 0) {
      throw new SocketTimeoutException("the peer did not finish in time");
    }
    socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, leftMillis));
  }

  @Override
  public int read() throws IOException {
    arm();
    return in.read();
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    arm();
    return in.read(bytes, from, length);
  }
}
