package dev.lookahead.bridge.isolated;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Messages over two streams, each after its length as int32. Thread: one reads, any write. */
public final class PlannerWire {

  /** The version of the messages; both sides must have the same. */
  public static final int VERSION = 1;

  /** The most bytes of a message to a planner: a frame and a list of goals. */
  public static final int MOST_BYTES_TO_PLANNER = 256 << 20;

  /** The most bytes of a message from a planner: two plans. */
  public static final int MOST_BYTES_FROM_PLANNER = 1 << 20;

  private final DataInputStream in;
  private final DataOutputStream out;
  private final int mostBytes;

  /**
   * Streams are borrowed.
   *
   * @param in should be buffered
   * @param mostBytes of a message that is read
   */
  public PlannerWire(InputStream in, OutputStream out, int mostBytes) {
    this.in = new DataInputStream(in);
    this.out = new DataOutputStream(out);
    this.mostBytes = mostBytes;
  }

  /**
   * Waits for the next message; empty when the other side has closed between two.
   *
   * @throws WireException if it is none
   * @throws IOException if the other side is gone in the middle
   */
  public Optional<PlannerMessage> read() throws IOException {
    int first = in.read();
    if (first < 0) {
      return Optional.empty();
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 1 || length > mostBytes) {
      throw new WireException("a message has 1 to %d bytes, found %d".formatted(mostBytes, length));
    }
    // Grows with what really comes, so a false length alone costs nothing.
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a message of %d bytes ends after %d".formatted(length, bytes.length));
    }
    return Optional.of(WireReader.message(bytes));
  }

  /** Sends a message; waits while the other side does not read. */
  public void write(PlannerMessage message) throws IOException {
    byte[] bytes = WireWriter.bytes(message);
    synchronized (out) {
      out.writeInt(bytes.length);
      out.write(bytes);
      out.flush();
    }
  }
}
