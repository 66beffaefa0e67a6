package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * A chunk as its record describes it.
 *
 * @param start where the record of the chunk begins in the file: its identity
 * @param dataStart where its packed content begins
 * @param packedBytes the length of the packed content
 * @param size the length of the content as the file says
 * @param compression how it is packed
 * @param crc of the content; 0 if there is none
 */
public record PackedChunk(
    long start, long dataStart, long packedBytes, long size, Compression compression, long crc) {

  /**
   * Requires that unpacking it is affordable.
   *
   * @throws MessageFormatException if not
   */
  public PackedChunk requireWithin(LogLimits limits) throws MessageFormatException {
    if (packedBytes < 0
        || size < 0
        || packedBytes > limits.chunkBytes()
        || size > limits.chunkBytes()) {
      throw new MessageFormatException(
          "chunk",
          "at most %d bytes".formatted(limits.chunkBytes()),
          "%s packed into %s"
              .formatted(Long.toUnsignedString(size), Long.toUnsignedString(packedBytes)));
    }
    return this;
  }

  /**
   * Its content.
   *
   * @throws MessageFormatException if it is broken
   * @throws DataException if the disk fails
   */
  public byte[] content(RecordingFile file) throws MessageFormatException {
    ByteBuffer packed = file.read(dataStart, Math.toIntExact(packedBytes));
    byte[] content = compression.unpack(packed, Math.toIntExact(size));
    if (crc != 0) {
      CRC32 computed = new CRC32();
      computed.update(content);
      if (computed.getValue() != crc) {
        throw new MessageFormatException(
            "chunk",
            "the checksum %08x".formatted(crc),
            "content of %08x".formatted(computed.getValue()));
      }
    }
    return content;
  }
}
