package dev.lookahead.bridge.recording.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that are gathered, little-endian, and taken all at once. */
public final class ChunkBuffer {

  private static final int FIRST_CAPACITY = 1 << 12;

  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

  /** How many there are. */
  public int size() {
    return bytes.position();
  }

  /**
   * Room for more bytes, to be written from its position on.
   *
   * @return the buffer itself; good until the next call
   */
  public ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int needed = Math.addExact(bytes.position(), more);
      long doubled = Math.min(Integer.MAX_VALUE - 8L, 2L * bytes.capacity());
      int position = bytes.position();
      bytes =
          ByteBuffer.wrap(Arrays.copyOf(bytes.array(), (int) Math.max(needed, doubled)))
              .order(ByteOrder.LITTLE_ENDIAN)
              .position(position);
    }
    return bytes;
  }

  /** Packs all bytes. */
  public ByteBuffer pack(Compression compression) {
    return compression.pack(bytes.array(), bytes.position());
  }

  /** A view of all bytes; good until the next change. */
  public ByteBuffer view() {
    return bytes.duplicate().flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Forgets all bytes. */
  public void clear() {
    bytes.clear();
  }
}
