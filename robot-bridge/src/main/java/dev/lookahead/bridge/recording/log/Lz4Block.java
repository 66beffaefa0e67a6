package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One block of LZ4 (the project's {@code lz4_Block_format.md}): sequences of literal bytes and a
 * copy of earlier output. Matches may reach back into blocks decoded before into the same array.
 *
 * <p>By hand, because a recorder has to keep up with a camera: the pure Java one of
 * commons-compress packs less than 1 MB/s of camera images, this one two orders of magnitude more.
 */
final class Lz4Block {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int MIN_MATCH = 4;
  private static final int MAX_DISTANCE = 0xFFFF;

  /** The last match begins at least this far before the end of the block. */
  private static final int MATCH_MARGIN = 12;

  /** The last bytes of a block are literals. */
  private static final int LAST_LITERALS = 5;

  private static final int HASH_BITS = 14;
  private static final int HASH_FACTOR = 0x9E3779B1;

  /** How many misses in a row make the search step one byte wider, as a power of two. */
  private static final int SKIP_TRIGGER = 6;

  private final int[] lastSeen = new int[1 << HASH_BITS];

  /**
   * Unpacks a block.
   *
   * @param out receives the content from {@code at} on; what lies before may be copied from
   * @param limit where the content ends at the latest
   * @return where the content ended
   * @throws MessageFormatException if the block is broken or longer
   */
  static int decode(byte[] in, int from, int to, byte[] out, int at, int limit)
      throws MessageFormatException {
    int read = from;
    int write = at;
    while (read < to) {
      int token = in[read++];
      int literals = token >>> 4 & 0xF;
      if (literals == 0xF) {
        int more;
        do {
          more = read < to ? in[read++] & 0xFF : 0;
          literals += more;
        } while (more == 0xFF);
      }
      if (literals < 0 || literals > to - read || literals > limit - write) {
        throw broken("literals that fit", literals + " of them");
      }
      copy(in, read, out, write, literals);
      read += literals;
      write += literals;
      if (read == to) {
        return write;
      }
      if (to - read < Short.BYTES) {
        throw broken("a distance of two bytes", "the end");
      }
      int distance = (in[read] & 0xFF) | (in[read + 1] & 0xFF) << 8;
      read += Short.BYTES;
      int length = token & 0xF;
      if (length == 0xF) {
        int more;
        do {
          more = read < to ? in[read++] & 0xFF : 0;
          length += more;
        } while (more == 0xFF);
      }
      length += MIN_MATCH;
      if (distance == 0 || distance > write || length < 0 || length > limit - write) {
        throw broken(
            "a match that fits", "%d bytes from %d bytes before".formatted(length, distance));
      }
      write = repeat(out, write, distance, length);
    }
    throw broken("a block that ends with literals", "its end after a match");
  }

  /**
   * Copies literals. They are few at a time, so words are copied, of which the last may reach
   * beyond the end: what it writes there is overwritten later.
   */
  private static void copy(byte[] in, int from, byte[] out, int at, int count) {
    if (count > in.length - from - Long.BYTES || count > out.length - at - Long.BYTES) {
      System.arraycopy(in, from, out, at, count);
      return;
    }
    for (int i = 0; i < count; i += Long.BYTES) {
      LONG.set(out, at + i, (long) LONG.get(in, from + i));
    }
  }

  /** Copies earlier output, which may overlap with what it makes; returns its end. */
  private static int repeat(byte[] out, int at, int distance, int length) {
    int end = at + length;
    int from = at - distance;
    if (distance >= Long.BYTES && end <= out.length - Long.BYTES) {
      for (int i = 0; i < length; i += Long.BYTES) {
        LONG.set(out, at + i, (long) LONG.get(out, from + i));
      }
      return end;
    }
    int write = at;
    while (write < end) {
      int count = Math.min(end - write, write - from);
      System.arraycopy(out, from, out, write, count);
      write += count;
    }
    return end;
  }

  /** The most bytes that packing so many can give. */
  static int maxPacked(int bytes) {
    return Math.addExact(bytes, bytes / 255 + 16);
  }

  /**
   * Packs bytes into one block that needs nothing before it.
   *
   * @param out has room for {@link #maxPacked} bytes from {@code at} on
   * @return where the block ended
   */
  int encode(byte[] in, int from, int to, byte[] out, int at) {
    Arrays.fill(lastSeen, from - MAX_DISTANCE - 1);
    int write = at;
    int anchor = from;
    int read = from;
    int searchEnd = to - MATCH_MARGIN;
    int misses = 1 << SKIP_TRIGGER;
    while (read < searchEnd) {
      int next = (int) INT.get(in, read);
      int slot = (next * HASH_FACTOR) >>> (Integer.SIZE - HASH_BITS);
      int candidate = lastSeen[slot];
      lastSeen[slot] = read;
      if (read - candidate > MAX_DISTANCE || (int) INT.get(in, candidate) != next) {
        read += misses++ >> SKIP_TRIGGER;
        continue;
      }
      misses = 1 << SKIP_TRIGGER;
      int matchEnd = read + MIN_MATCH;
      int source = candidate + MIN_MATCH;
      while (matchEnd < to - LAST_LITERALS && in[matchEnd] == in[source]) {
        matchEnd++;
        source++;
      }
      write = literals(in, anchor, read, matchEnd - read - MIN_MATCH, out, write);
      out[write++] = (byte) (read - candidate);
      out[write++] = (byte) ((read - candidate) >>> 8);
      write = length(matchEnd - read - MIN_MATCH, out, write);
      read = matchEnd;
      anchor = matchEnd;
    }
    return literals(in, anchor, to, 0, out, write);
  }

  private static int literals(byte[] in, int from, int to, int match, byte[] out, int at) {
    int count = to - from;
    out[at] = (byte) (Math.min(count, 0xF) << 4 | Math.min(match, 0xF));
    int write = length(count, out, at + 1);
    System.arraycopy(in, from, out, write, count);
    return write + count;
  }

  /** The bytes of a length that does not fit its half of the token. */
  private static int length(int length, byte[] out, int at) {
    int write = at;
    if (length >= 0xF) {
      int rest = length - 0xF;
      while (rest >= 0xFF) {
        out[write++] = (byte) 0xFF;
        rest -= 0xFF;
      }
      out[write++] = (byte) rest;
    }
    return write;
  }

  private static MessageFormatException broken(String expected, String found) {
    return new MessageFormatException("LZ4 block", expected, found);
  }
}
