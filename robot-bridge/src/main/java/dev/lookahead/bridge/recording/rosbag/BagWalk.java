package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.PackedChunk;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Goes through the records of a bag from front to back, those in chunks included. What cannot be
 * read is reported and, if its length is known, left out.
 *
 * @param file begins with the line of version 2.0
 * @param limits what one record may cost
 * @param damages receives what could not be read
 */
record BagWalk(RecordingFile file, LogLimits limits, Consumer<Finding> damages) {

  static final byte[] MAGIC = "#ROSBAG V2.0\n".getBytes(StandardCharsets.US_ASCII);

  /** Headers are small; connections carry their definition as data. */
  private static final int MAX_HEADER_BYTES = 1 << 20;

  /** Is shown the records. */
  interface Visitor {

    /** A chunk whose description is sound; its records follow. */
    default void chunk(PackedChunk chunk) throws MessageFormatException {}

    /**
     * A record that is no chunk.
     *
     * @param data from position to limit, little-endian; good during the call
     * @param place of the data
     * @param position of the record, in the file or the unpacked chunk
     */
    void record(BagFields header, ByteBuffer data, MessagePlace place, long position)
        throws MessageFormatException;
  }

  /** Walks from the first record to the end of the file or to where it is cut off. */
  void run(Visitor visitor) {
    run(MAGIC.length, visitor);
  }

  /** Walks from a record on. */
  void run(long from, Visitor visitor) {
    long position = from;
    while (position >= 0 && position < file.size()) {
      position = step(position, visitor);
    }
  }

  /** Shows one record, with those in it; returns where the next begins, -1 if there is none. */
  long step(long position, Visitor visitor) {
    long headerBytes = length(position);
    long dataAt = position + Integer.BYTES + headerBytes;
    long dataBytes = headerBytes < 0 ? -1 : length(dataAt);
    if (dataBytes < 0) {
      damages.accept(
          Finding.warning(
              where(position),
              "the bag is cut off, the last %d bytes hold no whole record"
                  .formatted(file.size() - position)));
      return -1;
    }
    try {
      record(visitor, position, headerBytes, dataAt + Integer.BYTES, dataBytes);
    } catch (MessageFormatException broken) {
      damages.accept(Finding.error(where(position), String.valueOf(broken.getMessage())));
    }
    return dataAt + Integer.BYTES + dataBytes;
  }

  /** The length that is written at a place; -1 if what it measures is not there. */
  private long length(long position) {
    if (!file.has(position, Integer.BYTES)) {
      return -1;
    }
    long length = Integer.toUnsignedLong(file.peek(position, Integer.BYTES).getInt());
    return file.has(position + Integer.BYTES, length) ? length : -1;
  }

  private String where(long position) {
    return "%s, byte %d".formatted(file.path().getFileName(), position);
  }

  private void record(Visitor visitor, long position, long headerBytes, long dataAt, long dataBytes)
      throws MessageFormatException {
    if (headerBytes > MAX_HEADER_BYTES) {
      throw new MessageFormatException(
          "header", "at most %d bytes".formatted(MAX_HEADER_BYTES), headerBytes + " bytes");
    }
    // A copy: the window is needed again for the data.
    BagFields header = BagFields.read(file.read(position + Integer.BYTES, (int) headerBytes));
    if (header.opcode() == BagOpcode.CHUNK) {
      PackedChunk chunk =
          new PackedChunk(
                  position,
                  dataAt,
                  dataBytes,
                  header.uint32("size"),
                  compression(header.string("compression")),
                  0)
              .requireWithin(limits);
      visitor.chunk(chunk);
      recordsOf(chunk, visitor);
      return;
    }
    if (dataBytes > limits.chunkBytes()) {
      throw new MessageFormatException(
          "record", "at most %d bytes".formatted(limits.chunkBytes()), dataBytes + " bytes");
    }
    ByteBuffer data = file.peek(dataAt, (int) dataBytes);
    MessagePlace place = new MessagePlace(MessagePlace.NO_CHUNK, dataAt, (int) dataBytes);
    visitor.record(header, data, place, position);
  }

  private static Compression compression(String name) throws MessageFormatException {
    return switch (name) {
      case "none" -> Compression.NONE;
      case "lz4" -> Compression.LZ4;
      case "bz2" -> Compression.BZ2;
      default -> throw new MessageFormatException("compression", "none, lz4 or bz2", name);
    };
  }

  /** Shows the records of one chunk. */
  void recordsOf(PackedChunk chunk, Visitor visitor) throws MessageFormatException {
    ByteBuffer content = ByteBuffer.wrap(chunk.content(file)).order(ByteOrder.LITTLE_ENDIAN);
    while (content.hasRemaining()) {
      int position = content.position();
      ByteBuffer header = part(content, position);
      ByteBuffer data = part(content, position);
      MessagePlace place =
          new MessagePlace(chunk.start(), content.position() - data.remaining(), data.remaining());
      visitor.record(BagFields.read(header), data, place, position);
    }
  }

  private static ByteBuffer part(ByteBuffer content, int position) throws MessageFormatException {
    long length =
        content.remaining() < Integer.BYTES
            ? Long.MAX_VALUE
            : Integer.toUnsignedLong(content.getInt());
    if (length > content.remaining()) {
      throw new MessageFormatException(
          "chunk", "whole records", "one cut off at its byte %d".formatted(position));
    }
    ByteBuffer part =
        content.slice(content.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    content.position(content.position() + (int) length);
    return part;
  }
}
