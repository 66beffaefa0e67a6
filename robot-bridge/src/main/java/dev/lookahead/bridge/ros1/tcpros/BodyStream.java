package dev.lookahead.bridge.ros1.tcpros;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads bodies of exactly the announced size into a buffer that is used again. Once the buffer has
 * the size of the messages, a read allocates and copies nothing.
 */
final class BodyStream {

  /** What an announced length may allocate before any byte of the body has arrived. */
  private static final int FIRST_GROWTH = 1 << 20;

  private static final byte[] NONE = {};

  private final InputStream in;
  private final int maxBytes;
  private final SilencePolicy silence;
  private final byte[] length = new byte[Integer.BYTES];

  /**
   * @param in a socket's stream; its timeout is how often silence is asked
   */
  BodyStream(InputStream in, TcprosLimits limits, SilencePolicy silence) {
    this.in = in;
    this.maxBytes = limits.maxBodyBytes();
    this.silence = silence;
  }

  /**
   * The next body, in the given buffer or, if that is too small or not on the heap, in a new one.
   *
   * @throws TcprosException if the announced size exceeds the limits
   * @throws EOFException if the peer closed the connection
   */
  ByteBuffer read(ByteBuffer reuse) throws IOException {
    fill(length, 0, Integer.BYTES);
    long announced =
        Integer.toUnsignedLong(ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (announced > maxBytes) {
      throw new TcprosException(
          "a message may have " + maxBytes + " bytes, the publisher announces " + announced);
    }
    int size = (int) announced;
    byte[] own = reuse.hasArray() && reuse.arrayOffset() == 0 ? reuse.array() : NONE;
    byte[] bytes = own;
    int filled = 0;
    while (filled < size) {
      int upTo = Math.min(size, Math.max(bytes.length, Math.max(FIRST_GROWTH, 2 * filled)));
      if (upTo > bytes.length) {
        bytes = Arrays.copyOf(bytes, upTo);
      }
      fill(bytes, filled, upTo);
      filled = upTo;
    }
    ByteBuffer body = bytes == own && own.length > 0 ? reuse.clear() : ByteBuffer.wrap(bytes);
    return body.limit(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void fill(byte[] bytes, int from, int to) throws IOException {
    int at = from;
    while (at < to) {
      try {
        int count = in.read(bytes, at, to - at);
        if (count < 0) {
          throw new EOFException("the publisher closed the connection");
        }
        at += count;
        silence.heard();
      } catch (SocketTimeoutException e) {
        silence.quiet(e);
      }
    }
  }
}
