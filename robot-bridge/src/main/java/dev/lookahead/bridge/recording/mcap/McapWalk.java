package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.PackedChunk;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Goes through the records of a file from front to back, those in chunks included. What cannot be
 * read is reported and, if its length is known, left out.
 *
 * @param file begins with the magic number
 * @param limits what one record may cost
 * @param damages receives what could not be read
 */
record McapWalk(RecordingFile file, LogLimits limits, Consumer<Finding> damages) {

  static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', 0x30, '\r', '\n'};

  /** Is shown the records. */
  interface Visitor {

    /** A chunk whose description is sound; its records follow. */
    default void chunk(PackedChunk chunk, long recordBytes) throws MessageFormatException {}

    /**
     * A record of a kind this program knows, other than a chunk.
     *
     * @param body from position to limit, little-endian; good during the call
     * @param place of the content, without opcode and length
     */
    void record(int opcode, ByteBuffer body, MessagePlace place) throws MessageFormatException;
  }

  /** Walks to the footer or to where the file is cut off. */
  void run(Visitor visitor) {
    long position = MAGIC.length;
    while (position < file.size()) {
      if (!file.has(position, McapRecord.HEADER_BYTES)) {
        cutOff(position);
        return;
      }
      ByteBuffer head = file.peek(position, McapRecord.HEADER_BYTES);
      int opcode = head.get() & 0xFF;
      long length = head.getLong();
      long content = position + McapRecord.HEADER_BYTES;
      if (!file.has(content, length)) {
        cutOff(position);
        return;
      }
      try {
        record(visitor, opcode, position, content, length);
      } catch (MessageFormatException broken) {
        damages.accept(Finding.error(where(position), String.valueOf(broken.getMessage())));
      }
      if (opcode == McapOpcode.FOOTER) {
        return;
      }
      position = content + length;
    }
    damages.accept(
        Finding.warning(
            where(position), "the file ends without a footer, it was read from front to back"));
  }

  private void cutOff(long position) {
    damages.accept(
        Finding.warning(
            where(position),
            "the file is cut off, the last %d bytes hold no whole record"
                .formatted(file.size() - position)));
  }

  private String where(long position) {
    return "%s, byte %d".formatted(file.path().getFileName(), position);
  }

  private void record(Visitor visitor, int opcode, long position, long content, long length)
      throws MessageFormatException {
    if (opcode == McapOpcode.CHUNK) {
      PackedChunk chunk = chunk(position, content, length);
      visitor.chunk(chunk, McapRecord.HEADER_BYTES + length);
      recordsOf(chunk, visitor);
    } else if (isKnown(opcode)) {
      if (length > limits.chunkBytes()) {
        throw new MessageFormatException(
            "record", "at most %d bytes".formatted(limits.chunkBytes()), length + " bytes");
      }
      ByteBuffer body = file.peek(content, (int) length);
      visitor.record(opcode, body, new MessagePlace(MessagePlace.NO_CHUNK, content, (int) length));
    }
  }

  /** Everything but attachments, which may be of any size, and what later versions may add. */
  private static boolean isKnown(int opcode) {
    return switch (opcode) {
      case McapOpcode.HEADER,
          McapOpcode.FOOTER,
          McapOpcode.SCHEMA,
          McapOpcode.CHANNEL,
          McapOpcode.MESSAGE,
          McapOpcode.MESSAGE_INDEX,
          McapOpcode.CHUNK_INDEX,
          McapOpcode.STATISTICS,
          McapOpcode.METADATA,
          McapOpcode.METADATA_INDEX,
          McapOpcode.SUMMARY_OFFSET,
          McapOpcode.DATA_END ->
          true;
      default -> false;
    };
  }

  private PackedChunk chunk(long position, long content, long length)
      throws MessageFormatException {
    int mostBeforeData = 8 + 8 + 8 + 4 + (4 + 64) + 8;
    int headBytes = (int) Math.min(length, mostBeforeData);
    MessageReader head = new MessageReader(file.peek(content, headBytes));
    head.int64("message_start_time");
    head.int64("message_end_time");
    long size = head.int64("uncompressed_size");
    long crc = head.uint32("uncompressed_crc");
    Compression compression = compression(head.string("compression"));
    long packed = head.int64("records");
    int before = headBytes - head.remaining();
    if (packed != length - before) {
      throw new MessageFormatException(
          "chunk", "%d bytes of records".formatted(length - before), packed + "");
    }
    return new PackedChunk(position, content + before, packed, size, compression, crc)
        .requireWithin(limits);
  }

  private static Compression compression(String name) throws MessageFormatException {
    return switch (name) {
      case "" -> Compression.NONE;
      case "lz4" -> Compression.LZ4;
      case "zstd" -> Compression.ZSTD;
      default -> throw new MessageFormatException("compression", "none, lz4 or zstd", name);
    };
  }

  private void recordsOf(PackedChunk chunk, Visitor visitor) throws MessageFormatException {
    ByteBuffer content = ByteBuffer.wrap(chunk.content(file)).order(ByteOrder.LITTLE_ENDIAN);
    while (content.hasRemaining()) {
      int at = content.position();
      if (content.remaining() < McapRecord.HEADER_BYTES) {
        throw cutOffInChunk(at);
      }
      int opcode = content.get() & 0xFF;
      long length = content.getLong();
      if (length < 0 || length > content.remaining()) {
        throw cutOffInChunk(at);
      }
      int start = content.position();
      int end = start + (int) length;
      if (opcode == McapOpcode.SCHEMA
          || opcode == McapOpcode.CHANNEL
          || opcode == McapOpcode.MESSAGE) {
        ByteBuffer body = content.slice(start, (int) length).order(ByteOrder.LITTLE_ENDIAN);
        visitor.record(opcode, body, new MessagePlace(chunk.start(), start, (int) length));
      }
      content.position(end);
    }
  }

  private static MessageFormatException cutOffInChunk(int at) {
    return new MessageFormatException(
        "chunk", "whole records", "one cut off at its byte %d".formatted(at));
  }
}
