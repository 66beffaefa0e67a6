package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Damages;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the end of a complete bag says about it.
 *
 * @param start where it begins
 * @param connections every connection
 * @param chunks by the place of each chunk, the number of messages of each connection in it
 */
record BagIndex(long start, BagConnections connections, Map<Long, SortedMap<Long, Long>> chunks) {

  /**
   * Reads it.
   *
   * @return empty if the bag says that it has none, because its recording was cut off
   * @throws MessageFormatException if the bag header or the index are broken
   */
  static Optional<BagIndex> read(RecordingFile file, LogLimits limits)
      throws MessageFormatException {
    BagFields header = bagHeader(file);
    long start = header.int64("index_pos");
    if (start == 0) {
      return Optional.empty();
    }
    if (start < BagWalk.MAGIC.length || start > file.size()) {
      throw new MessageFormatException(
          "bag header", "an index inside the file", "one at byte " + start);
    }
    BagIndex index = new BagIndex(start, new BagConnections(), new LinkedHashMap<>());
    Damages damages = new Damages();
    new BagWalk(file, limits, damages)
        .run(start, (record, data, place, position) -> index.add(record, data));
    for (Finding first : damages.list()) {
      throw new MessageFormatException("index", "whole records", first.problem());
    }
    if (index.connections.count() != header.uint32("conn_count")
        || index.chunks.size() != header.uint32("chunk_count")) {
      throw new MessageFormatException(
          "index",
          "%d connections and %d chunks"
              .formatted(header.uint32("conn_count"), header.uint32("chunk_count")),
          "%d and %d".formatted(index.connections.count(), index.chunks.size()));
    }
    return Optional.of(index);
  }

  private static BagFields bagHeader(RecordingFile file) throws MessageFormatException {
    int at = BagWalk.MAGIC.length;
    if (!file.has(at, Integer.BYTES)) {
      throw new MessageFormatException("bag", "a bag header", "the end of the file");
    }
    int length = file.peek(at, Integer.BYTES).getInt();
    if (length < 0 || length > BagWriter.BAG_HEADER_BYTES || !file.has(at + 4L, length)) {
      throw new MessageFormatException(
          "bag", "a bag header", "a header of %d bytes".formatted(length));
    }
    BagFields header = BagFields.read(file.read(at + Integer.BYTES, length));
    if (header.opcode() != BagOpcode.BAG_HEADER) {
      throw new MessageFormatException("bag", "a bag header", "opcode " + header.opcode());
    }
    return header;
  }

  private void add(BagFields header, ByteBuffer data) throws MessageFormatException {
    switch (header.opcode()) {
      case BagOpcode.CONNECTION -> connections.add(header, data);
      case BagOpcode.CHUNK_INFO -> {
        SortedMap<Long, Long> counts = new TreeMap<>();
        MessageReader in = new MessageReader(data);
        while (in.remaining() > 0) {
          long connection = in.uint32("conn");
          counts.put(connection, in.uint32("count"));
        }
        chunks.put(header.int64("chunk_pos"), counts);
      }
      default ->
          throw new MessageFormatException(
              "index", "connections and chunk infos", "opcode " + header.opcode());
    }
  }
}
