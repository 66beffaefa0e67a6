package dev.lookahead.bridge.recording.log;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** How the content of a chunk is packed. MCAP knows all but bzip2, bags all but Zstandard. */
public enum Compression {
  NONE,
  /** LZ4 frames: fast. */
  LZ4,
  /** Zstandard frames: small and still fast. */
  ZSTD,
  /** bzip2: small and slow. */
  BZ2;

  private static final int ZSTD_LEVEL = 1;

  /**
   * Unpacks a chunk.
   *
   * @param packed from position to limit, with an array
   * @param size the exact length of the content, already judged affordable
   * @throws MessageFormatException if the chunk is broken or its content has another length
   */
  byte[] unpack(ByteBuffer packed, int size) throws MessageFormatException {
    if (this == NONE && packed.remaining() != size) {
      throw wrongSize(size, packed.remaining() + "");
    }
    byte[] content = new byte[size];
    switch (this) {
      case NONE -> packed.get(packed.position(), content);
      case LZ4 -> Lz4Frame.decode(packed, content);
      case ZSTD -> unpackZstd(packed, content);
      case BZ2 -> unpackBzip2(packed, content);
    }
    return content;
  }

  /** Packs the first bytes of an array. */
  ByteBuffer pack(byte[] content, int length) {
    return switch (this) {
      case NONE -> ByteBuffer.wrap(content, 0, length);
      case LZ4 -> ByteBuffer.wrap(Lz4Frame.encode(content, length));
      case ZSTD -> packZstd(content, length);
      case BZ2 -> packBzip2(content, length);
    };
  }

  private static void unpackZstd(ByteBuffer packed, byte[] content) throws MessageFormatException {
    try {
      long written =
          Zstd.decompressByteArray(
              content,
              0,
              content.length,
              packed.array(),
              packed.arrayOffset() + packed.position(),
              packed.remaining());
      if (Zstd.isError(written)) {
        throw new MessageFormatException(
            "Zstandard", content.length + " bytes of content", Zstd.getErrorName(written));
      }
      if (written != content.length) {
        throw wrongSize(content.length, written + "");
      }
    } catch (ZstdException broken) {
      throw new MessageFormatException(
          "Zstandard", content.length + " bytes of content", String.valueOf(broken.getMessage()));
    }
  }

  private static ByteBuffer packZstd(byte[] content, int length) {
    byte[] packed = new byte[Math.toIntExact(Zstd.compressBound(length))];
    long written = Zstd.compressByteArray(packed, 0, packed.length, content, 0, length, ZSTD_LEVEL);
    if (Zstd.isError(written)) {
      throw new IllegalStateException("Zstandard: " + Zstd.getErrorName(written));
    }
    return ByteBuffer.wrap(packed, 0, (int) written);
  }

  private static void unpackBzip2(ByteBuffer packed, byte[] content) throws MessageFormatException {
    ByteArrayInputStream bytes =
        new ByteArrayInputStream(
            packed.array(), packed.arrayOffset() + packed.position(), packed.remaining());
    try (InputStream in = new BZip2CompressorInputStream(bytes, true)) {
      int read = in.readNBytes(content, 0, content.length);
      if (read != content.length) {
        throw wrongSize(content.length, read + "");
      }
      if (in.read() >= 0) {
        throw wrongSize(content.length, "more");
      }
    } catch (MessageFormatException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      // Broken data makes the decoder fail with whatever exception comes first.
      throw new MessageFormatException(
          "bzip2", "a stream that can be unpacked", String.valueOf(broken.getMessage()));
    }
  }

  private static ByteBuffer packBzip2(byte[] content, int length) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream(length / 2 + 1024);
    try (OutputStream out = new BZip2CompressorOutputStream(packed)) {
      out.write(content, 0, length);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot refuse", impossible);
    }
    return ByteBuffer.wrap(packed.toByteArray());
  }

  private static MessageFormatException wrongSize(int size, String found) {
    return new MessageFormatException("chunk", size + " bytes of content", found + " bytes");
  }
}
