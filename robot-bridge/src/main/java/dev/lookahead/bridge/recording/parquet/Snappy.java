package dev.lookahead.bridge.recording.parquet;

import java.nio.ByteBuffer;

/**
 * Unpacks Snappy's raw format.
 *
 * @see <a href="https://github.com/google/snappy/blob/main/format_description.txt">the format</a>
 */
final class Snappy {

  private Snappy() {}

  /**
   * Unpacks exactly as many bytes as expected.
   *
   * @param packed from its position to its limit, little-endian
   */
  static ByteBuffer unpack(ByteBuffer packed, int expected) {
    byte[] out = new byte[expected];
    try {
      if (length(packed) != expected) {
        throw new ParquetException("a packed page says another size than its header");
      }
      int at = 0;
      while (packed.hasRemaining()) {
        int tag = packed.get() & 0xff;
        at = (tag & 3) == 0 ? literal(packed, tag >>> 2, out, at) : copy(packed, tag, out, at);
      }
      if (at != expected) {
        throw new ParquetException("a packed page ends after %d bytes".formatted(at));
      }
      return ByteBuffer.wrap(out);
    } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException broken) {
      throw new ParquetException("a packed page is broken");
    }
  }

  private static long length(ByteBuffer packed) {
    long length = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int part = packed.get() & 0xff;
      length |= (part & 0x7fL) << shift;
      if (part < 0x80) {
        return length;
      }
    }
    return -1;
  }

  private static int literal(ByteBuffer packed, int coded, byte[] out, int at) {
    long length = coded + 1L;
    if (coded >= 60) {
      length = 1 + integer(packed, coded - 59);
    }
    if (length > out.length - at) {
      throw new IndexOutOfBoundsException();
    }
    packed.get(out, at, (int) length);
    return at + (int) length;
  }

  private static int copy(ByteBuffer packed, int tag, byte[] out, int at) {
    int kind = tag & 3;
    int length = kind == 1 ? 4 + (tag >>> 2 & 7) : 1 + (tag >>> 2);
    long back =
        kind == 1 ? ((tag >>> 5) << 8) | (packed.get() & 0xff) : integer(packed, 2 * kind - 2);
    if (back < 1 || back > at || length > out.length - at) {
      throw new IndexOutOfBoundsException();
    }
    int from = at - (int) back;
    for (int i = 0; i < length; i++) {
      out[at + i] = out[from + i];
    }
    return at + length;
  }

  private static long integer(ByteBuffer packed, int bytes) {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (packed.get() & 0xffL) << (8 * i);
    }
    return value;
  }
}
