package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/**
 * Writes an MCAP file: messages in chunks with their indices, and on closing a summary. The file
 * appears under its name at once; killed at any moment, it is readable as far as the last chunk.
 */
public final class McapWriter implements MessageLogWriter {

  /** The key under which a description's text is in its metadata record. */
  static final String DESCRIPTION_KEY = "json";

  private static final String LIBRARY = "lookahead";

  private final FileChannel channel;
  private final LogWriterSettings settings;
  private final LongSupplier nanoTime;
  private final CRC32 dataCrc = new CRC32();
  private final Map<RecordedTopic, McapRecord.Channel> channels = new LinkedHashMap<>();
  private final List<McapRecord.Schema> schemas = new ArrayList<>();
  private final Map<List<String>, McapRecord.Schema> schemasByType = new HashMap<>();
  private final List<McapRecord.ChunkIndex> chunkIndices = new ArrayList<>();
  private final List<McapRecord.MetadataIndex> metadataIndices = new ArrayList<>();
  private final SortedMap<Integer, Long> counts = new TreeMap<>();
  private final ChunkBuffer chunk = new ChunkBuffer();
  private final SortedMap<Integer, ChunkBuffer> index = new TreeMap<>();
  private final ChunkBuffer out = new ChunkBuffer();
  private long position;
  private long chunkBegan;
  private long chunkStartTime;
  private long chunkEndTime;
  private long firstTime;
  private long lastTime;
  private long messages;

  private McapWriter(FileChannel channel, LogWriterSettings settings, LongSupplier nanoTime) {
    this.channel = channel;
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  /**
   * Starts a file.
   *
   * @param path must not exist
   * @param encoding of the messages that it is for, which names its profile
   * @param settings with no compression, LZ4 or Zstandard
   * @param nanoTime a clock that never goes back, for the interval of flushing
   */
  public static McapWriter create(
      Path path, MessageEncoding encoding, LogWriterSettings settings, LongSupplier nanoTime)
      throws IOException {
    compressionName(settings.compression());
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    McapWriter writer = new McapWriter(channel, settings, nanoTime);
    String profile =
        switch (encoding) {
          case ROS1 -> "ros1";
          case CDR -> "ros2";
          case OTHER -> "";
        };
    writer.out.room(McapWalk.MAGIC.length).put(McapWalk.MAGIC);
    new McapRecord.Header(profile, LIBRARY).write(writer.out);
    writer.drain(true);
    return writer;
  }

  private static String compressionName(Compression compression) {
    return switch (compression) {
      case NONE -> "";
      case LZ4 -> "lz4";
      case ZSTD -> "zstd";
      case BZ2 ->
          throw new IllegalArgumentException(
              "MCAP compresses with none, LZ4 or ZSTD, got " + compression);
    };
  }

  @Override
  public void describe(String name, String text) throws IOException {
    flush();
    long start = position;
    new McapRecord.Metadata(name, Map.of(DESCRIPTION_KEY, text)).write(out);
    drain(true);
    metadataIndices.add(new McapRecord.MetadataIndex(start, position - start, name));
  }

  @Override
  public void write(RecordedTopic topic, long logNanos, ByteBuffer body) throws IOException {
    long now = nanoTime.getAsLong();
    if (chunk.size() > 0 && now - chunkBegan >= settings.flushNanos()) {
      flush();
    }
    McapRecord.Channel of = channels.get(topic);
    if (of == null) {
      of = define(topic);
    }
    if (index.isEmpty()) {
      chunkBegan = now;
      chunkStartTime = logNanos;
      chunkEndTime = logNanos;
    }
    index
        .computeIfAbsent(of.id(), id -> new ChunkBuffer())
        .room(2 * Long.BYTES)
        .putLong(logNanos)
        .putLong(chunk.size());
    long sequence = counts.merge(of.id(), 1L, Long::sum) - 1;
    int content = McapRecord.MESSAGE_HEADER_BYTES + body.remaining();
    chunk
        .room(McapRecord.HEADER_BYTES + content)
        .put((byte) McapOpcode.MESSAGE)
        .putLong(content)
        .putShort((short) of.id())
        .putInt((int) sequence)
        .putLong(logNanos)
        .putLong(logNanos)
        .put(body.duplicate());
    chunkStartTime = Math.min(chunkStartTime, logNanos);
    chunkEndTime = Math.max(chunkEndTime, logNanos);
    firstTime = messages == 0 ? logNanos : Math.min(firstTime, logNanos);
    lastTime = messages == 0 ? logNanos : Math.max(lastTime, logNanos);
    messages++;
    if (chunk.size() >= settings.chunkBytes()) {
      flush();
    }
  }

  /** Writes the channel into the chunk, before its first message, and its schema if that is new. */
  private McapRecord.Channel define(RecordedTopic topic) {
    String messageEncoding = topic.encoding() == MessageEncoding.ROS1 ? "ros1" : "cdr";
    String schemaEncoding = topic.encoding() == MessageEncoding.ROS1 ? "ros1msg" : "ros2msg";
    if (topic.encoding() == MessageEncoding.OTHER) {
      throw new IllegalArgumentException("messages of ROS are written, got " + topic);
    }
    List<String> type = List.of(topic.type(), schemaEncoding, topic.definition());
    McapRecord.Schema schema = schemasByType.get(type);
    if (schema == null) {
      schema =
          new McapRecord.Schema(
              schemas.size() + 1, topic.type(), schemaEncoding, topic.definition());
      schemas.add(schema);
      schemasByType.put(type, schema);
      schema.write(chunk);
    }
    Map<String, String> metadata = topic.latched() ? Map.of("latching", "1") : Map.of();
    McapRecord.Channel of =
        new McapRecord.Channel(
            channels.size() + 1, schema.id(), topic.name(), messageEncoding, metadata);
    of.write(chunk);
    channels.put(topic, of);
    return of;
  }

  @Override
  public void flush() throws IOException {
    if (chunk.size() == 0) {
      return;
    }
    long start = position;
    CRC32 crc = new CRC32();
    crc.update(chunk.view());
    ByteBuffer packed = chunk.pack(settings.compression());
    String compression = compressionName(settings.compression());
    int packedBytes = packed.remaining();
    McapFields fields = new McapFields(out);
    fields.uint8(McapOpcode.CHUNK).int64(0);
    fields.int64(chunkStartTime).int64(chunkEndTime).int64(chunk.size()).uint32(crc.getValue());
    fields.string(compression).int64(packedBytes);
    out.room(packedBytes).put(packed);
    long chunkLength = out.size();
    out.room(0).putLong(1, chunkLength - McapRecord.HEADER_BYTES);
    SortedMap<Integer, Long> indexOffsets = new TreeMap<>();
    index.forEach(
        (id, entries) -> {
          indexOffsets.put(id, start + out.size());
          fields.uint8(McapOpcode.MESSAGE_INDEX);
          fields.int64(Short.BYTES + Integer.BYTES + (long) entries.size());
          fields.uint16(id).uint32(entries.size());
          out.room(entries.size()).put(entries.view());
        });
    chunkIndices.add(
        new McapRecord.ChunkIndex(
            chunkStartTime,
            chunkEndTime,
            start,
            chunkLength,
            indexOffsets,
            out.size() - chunkLength,
            compression,
            packedBytes,
            chunk.size()));
    drain(true);
    chunk.clear();
    index.clear();
  }

  @Override
  public void force() throws IOException {
    flush();
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      flush();
      new McapRecord.DataEnd(dataCrc.getValue()).write(out);
      drain(false);
      summary();
      channel.force(true);
    }
  }

  private void summary() throws IOException {
    long summaryStart = position;
    List<McapRecord.SummaryOffset> groups = new ArrayList<>();
    group(groups, schemas);
    group(groups, List.copyOf(channels.values()));
    group(
        groups,
        List.of(
            new McapRecord.Statistics(
                messages,
                schemas.size(),
                channels.size(),
                0,
                metadataIndices.size(),
                chunkIndices.size(),
                firstTime,
                lastTime,
                counts)));
    group(groups, metadataIndices);
    group(groups, chunkIndices);
    long offsetStart = position + out.size();
    groups.forEach(offset -> offset.write(out));
    McapRecord.Footer footer = new McapRecord.Footer(summaryStart, offsetStart, 0);
    footer.write(out);
    int crcAt = out.size() - Integer.BYTES;
    CRC32 crc = new CRC32();
    crc.update(out.view().limit(crcAt));
    out.room(0).putInt(crcAt, (int) crc.getValue());
    out.room(McapWalk.MAGIC.length).put(McapWalk.MAGIC);
    drain(false);
  }

  private void group(List<McapRecord.SummaryOffset> groups, List<? extends McapRecord> records) {
    if (!records.isEmpty()) {
      long start = position + out.size();
      records.forEach(record -> record.write(out));
      groups.add(
          new McapRecord.SummaryOffset(
              records.get(0).opcode(), start, position + out.size() - start));
    }
  }

  /** Hands the bytes gathered to the system. */
  private void drain(boolean isData) throws IOException {
    ByteBuffer bytes = out.view();
    if (isData) {
      dataCrc.update(bytes.duplicate());
    }
    position += bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    out.clear();
  }
}
