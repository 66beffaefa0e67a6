package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.recording.log.Compression;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The records that are gathered for the next chunk, and the index of its messages. */
final class McapChunk {

  private final ChunkBuffer content = new ChunkBuffer();
  private final SortedMap<Integer, ChunkBuffer> index = new TreeMap<>();
  private long startTime;
  private long endTime;

  /** How many bytes there are, unpacked. */
  int size() {
    return content.size();
  }

  /** Adds a schema or channel, before the messages that need it. */
  void add(McapRecord definition) {
    definition.write(content);
  }

  /**
   * Adds a message.
   *
   * @param body from position to limit; copied
   */
  void add(int channel, long sequence, long logNanos, ByteBuffer body) {
    startTime = index.isEmpty() ? logNanos : Math.min(startTime, logNanos);
    endTime = index.isEmpty() ? logNanos : Math.max(endTime, logNanos);
    index
        .computeIfAbsent(channel, id -> new ChunkBuffer())
        .room(2 * Long.BYTES)
        .putLong(logNanos)
        .putLong(content.size());
    int bytes = McapRecord.MESSAGE_HEADER_BYTES + body.remaining();
    content
        .room(McapRecord.HEADER_BYTES + bytes)
        .put((byte) McapOpcode.MESSAGE)
        .putLong(bytes)
        .putShort((short) channel)
        .putInt((int) sequence)
        .putLong(logNanos)
        .putLong(logNanos)
        .put(body.duplicate());
  }

  /**
   * Writes the chunk and its message indices, and begins the next one.
   *
   * @param out empty
   * @param position where in the file it will be
   * @param name of the compression, as the specification has it
   * @return the description of the chunk for the summary
   */
  McapRecord.ChunkIndex drainTo(
      ChunkBuffer out, long position, Compression compression, String name) {
    CRC32 crc = new CRC32();
    crc.update(content.view());
    ByteBuffer packed = content.pack(compression);
    int packedBytes = packed.remaining();
    McapFields fields = new McapFields(out);
    fields.uint8(McapOpcode.CHUNK).int64(0);
    fields.int64(startTime).int64(endTime).int64(content.size()).uint32(crc.getValue());
    fields.string(name).int64(packedBytes);
    out.room(packedBytes).put(packed);
    long chunkLength = out.size();
    out.room(0).putLong(1, chunkLength - McapRecord.HEADER_BYTES);
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    index.forEach(
        (channel, entries) -> {
          offsets.put(channel, position + out.size());
          fields.uint8(McapOpcode.MESSAGE_INDEX);
          fields.int64(Short.BYTES + Integer.BYTES + (long) entries.size());
          fields.uint16(channel).uint32(entries.size());
          out.room(entries.size()).put(entries.view());
        });
    McapRecord.ChunkIndex described =
        new McapRecord.ChunkIndex(
            startTime,
            endTime,
            position,
            chunkLength,
            offsets,
            out.size() - chunkLength,
            name,
            packedBytes,
            content.size());
    content.clear();
    index.clear();
    return described;
  }
}
