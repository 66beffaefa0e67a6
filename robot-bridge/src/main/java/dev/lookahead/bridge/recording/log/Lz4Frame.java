package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.commons.codec.digest.XXHash32;

/**
 * Frames of LZ4 (the project's {@code lz4_Frame_format.md}), the form in which both MCAP and bags
 * hold LZ4. Written are independent blocks of 4 MiB and a checksum of the content, which is all
 * that ROS 1's reader accepts; blocks that depend on each other, block checksums, skippable frames
 * and several frames in a row are read as well. Checksums are verified.
 */
final class Lz4Frame {

  private static final int MAGIC = 0x184D2204;
  private static final int SKIPPABLE_MAGIC = 0x184D2A50;
  private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
  private static final int VERSION = 1 << 6;
  private static final int VERSION_MASK = 3 << 6;
  private static final int INDEPENDENT = 1 << 5;
  private static final int BLOCK_CHECKSUM = 1 << 4;
  private static final int CONTENT_SIZE = 1 << 3;
  private static final int CONTENT_CHECKSUM = 1 << 2;
  private static final int DICTIONARY = 1;
  private static final int BLOCKS_OF_4_MIB = 7 << 4;
  private static final int BLOCK_BYTES = 4 << 20;
  private static final int PLAIN_BLOCK = 1 << 31;

  private Lz4Frame() {}

  /**
   * Unpacks frames.
   *
   * @param packed from position to limit, with an array
   * @param out receives the content and is filled by it
   * @throws MessageFormatException if a frame is broken or the content has another length
   */
  static void decode(ByteBuffer packed, byte[] out) throws MessageFormatException {
    ByteBuffer in = packed.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    int write = 0;
    while (in.hasRemaining()) {
      require(in, "a magic number", Integer.BYTES);
      int magic = in.getInt();
      if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
        require(in, "a length", Integer.BYTES);
        skip(in, Integer.toUnsignedLong(in.getInt()));
      } else if (magic == MAGIC) {
        write = frame(in, out, write);
      } else {
        throw broken("the magic number 184d2204", Integer.toHexString(magic));
      }
    }
    if (write != out.length) {
      throw broken(out.length + " bytes of content", write + " bytes");
    }
  }

  private static int frame(ByteBuffer in, byte[] out, int at) throws MessageFormatException {
    int begin = in.position();
    require(in, "a descriptor", 3);
    int flags = in.get();
    in.get();
    if ((flags & VERSION_MASK) != VERSION || (flags & DICTIONARY) != 0) {
      throw broken("version 1 without a dictionary", "flags " + Integer.toHexString(flags & 0xFF));
    }
    if ((flags & CONTENT_SIZE) != 0) {
      skip(in, Long.BYTES);
    }
    int check = hash(in.array(), in.arrayOffset() + begin, in.position() - begin) >>> 8 & 0xFF;
    require(in, "a header checksum", 1);
    requireChecksum("header", check, in.get() & 0xFF);
    int write = at;
    while (true) {
      require(in, "a block", Integer.BYTES);
      int header = in.getInt();
      if (header == 0) {
        break;
      }
      int size = header & ~PLAIN_BLOCK;
      require(in, "a whole block", size);
      int from = in.arrayOffset() + in.position();
      if (header < 0) {
        if (size > out.length - write) {
          throw broken("at most %d bytes".formatted(out.length), "more");
        }
        System.arraycopy(in.array(), from, out, write, size);
        write += size;
      } else {
        // Matches must not reach into an earlier frame; ours have one frame each.
        write = Lz4Block.decode(in.array(), from, from + size, out, write, out.length);
      }
      in.position(in.position() + size);
      if ((flags & BLOCK_CHECKSUM) != 0) {
        require(in, "a block checksum", Integer.BYTES);
        requireChecksum("block", hash(in.array(), from, size), in.getInt());
      }
    }
    if ((flags & CONTENT_CHECKSUM) != 0) {
      require(in, "a content checksum", Integer.BYTES);
      requireChecksum("content", hash(out, at, write - at), in.getInt());
    }
    return write;
  }

  /** Packs bytes into one frame. */
  static byte[] encode(byte[] content, int length) {
    int blocks = length / BLOCK_BYTES + 1;
    byte[] out =
        new byte[Math.addExact(Lz4Block.maxPacked(length), 32 + blocks * (Integer.BYTES + 16))];
    ByteBuffer frame = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    frame.putInt(MAGIC);
    frame.put((byte) (VERSION | INDEPENDENT | CONTENT_CHECKSUM)).put((byte) BLOCKS_OF_4_MIB);
    frame.put((byte) (hash(out, Integer.BYTES, 2) >>> 8));
    Lz4Block block = new Lz4Block();
    for (int from = 0; from < length; from += BLOCK_BYTES) {
      int to = Math.min(length, from + BLOCK_BYTES);
      int begin = frame.position() + Integer.BYTES;
      int end = block.encode(content, from, to, out, begin);
      if (end - begin < to - from) {
        frame.putInt(end - begin).position(end);
      } else {
        frame.putInt(to - from | PLAIN_BLOCK).put(content, from, to - from);
      }
    }
    frame.putInt(0).putInt(hash(content, 0, length));
    byte[] exact = new byte[frame.position()];
    System.arraycopy(out, 0, exact, 0, exact.length);
    return exact;
  }

  private static int hash(byte[] bytes, int from, int length) {
    XXHash32 hash = new XXHash32();
    hash.update(bytes, from, length);
    return (int) hash.getValue();
  }

  private static void requireChecksum(String of, int computed, int stored)
      throws MessageFormatException {
    if (computed != stored) {
      throw broken(
          "the %s checksum %08x".formatted(of, stored), "content of %08x".formatted(computed));
    }
  }

  private static void skip(ByteBuffer in, long bytes) throws MessageFormatException {
    require(in, "what its length says", bytes);
    in.position(in.position() + (int) bytes);
  }

  private static void require(ByteBuffer in, String expected, long bytes)
      throws MessageFormatException {
    if (bytes > in.remaining()) {
      throw broken(expected, in.remaining() + " bytes left");
    }
  }

  private static MessageFormatException broken(String expected, String found) {
    return new MessageFormatException("LZ4 frame", expected, found);
  }
}
