package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.recording.log.ChunkPace;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.GatheredOutput;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
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

  private final GatheredOutput output;
  private final Compression compression;
  private final ChunkPace pace;
  private final CRC32 dataCrc = new CRC32();
  private final Map<RecordedTopic, McapRecord.Channel> channels = new LinkedHashMap<>();
  private final List<McapRecord.Schema> schemas = new ArrayList<>();
  private final Map<List<String>, McapRecord.Schema> schemasByType = new HashMap<>();
  private final List<McapRecord.ChunkIndex> chunkIndices = new ArrayList<>();
  private final List<McapRecord.MetadataIndex> metadataIndices = new ArrayList<>();
  private final SortedMap<Integer, Long> counts = new TreeMap<>();
  private final McapChunk chunk = new McapChunk();
  private long firstTime;
  private long lastTime;
  private long messages;

  private McapWriter(GatheredOutput output, LogWriterSettings settings, LongSupplier nanoTime) {
    this.output = output;
    this.compression = settings.compression();
    this.pace = new ChunkPace(settings, nanoTime);
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
    McapWriter writer = new McapWriter(GatheredOutput.create(path), settings, nanoTime);
    String profile =
        switch (encoding) {
          case ROS1 -> "ros1";
          case CDR -> "ros2";
          case OTHER -> "";
        };
    ChunkBuffer head = writer.output.gathered();
    head.room(McapWalk.MAGIC.length).put(McapWalk.MAGIC);
    new McapRecord.Header(profile, LIBRARY).write(head);
    writer.drainData();
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
    long start = output.position();
    new McapRecord.Metadata(name, Map.of(DESCRIPTION_KEY, text)).write(output.gathered());
    drainData();
    metadataIndices.add(new McapRecord.MetadataIndex(start, output.position() - start, name));
  }

  @Override
  public void write(RecordedTopic topic, long logNanos, ByteBuffer body) throws IOException {
    if (pace.isOldBeforeNext(chunk.size())) {
      flush();
    }
    McapRecord.Channel of = channels.get(topic);
    if (of == null) {
      of = define(topic);
    }
    long sequence = counts.merge(of.id(), 1L, Long::sum) - 1;
    chunk.add(of.id(), sequence, logNanos, body);
    firstTime = messages == 0 ? logNanos : Math.min(firstTime, logNanos);
    lastTime = messages == 0 ? logNanos : Math.max(lastTime, logNanos);
    messages++;
    if (pace.isFull(chunk.size())) {
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
      chunk.add(schema);
    }
    Map<String, String> metadata = topic.latched() ? Map.of("latching", "1") : Map.of();
    McapRecord.Channel of =
        new McapRecord.Channel(
            channels.size() + 1, schema.id(), topic.name(), messageEncoding, metadata);
    chunk.add(of);
    channels.put(topic, of);
    return of;
  }

  @Override
  public void flush() throws IOException {
    if (chunk.size() == 0) {
      return;
    }
    chunkIndices.add(
        chunk.drainTo(
            output.gathered(), output.position(), compression, compressionName(compression)));
    drainData();
  }

  @Override
  public void force() throws IOException {
    flush();
    output.force();
  }

  @Override
  public void close() throws IOException {
    try (output) {
      flush();
      new McapRecord.DataEnd(dataCrc.getValue()).write(output.gathered());
      output.drain();
      summary();
      output.force();
    }
  }

  private void summary() throws IOException {
    ChunkBuffer out = output.gathered();
    long summaryStart = output.position();
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
    long offsetStart = output.end();
    groups.forEach(offset -> offset.write(out));
    McapRecord.Footer footer = new McapRecord.Footer(summaryStart, offsetStart, 0);
    footer.write(out);
    int crcAt = out.size() - Integer.BYTES;
    CRC32 crc = new CRC32();
    crc.update(out.view().limit(crcAt));
    out.room(0).putInt(crcAt, (int) crc.getValue());
    out.room(McapWalk.MAGIC.length).put(McapWalk.MAGIC);
    output.drain();
  }

  private void group(List<McapRecord.SummaryOffset> groups, List<? extends McapRecord> records) {
    if (!records.isEmpty()) {
      long start = output.end();
      records.forEach(record -> record.write(output.gathered()));
      groups.add(
          new McapRecord.SummaryOffset(records.get(0).opcode(), start, output.end() - start));
    }
  }

  /** Hands over bytes in front of the summary: they have a checksum together. */
  private void drainData() throws IOException {
    dataCrc.update(output.gathered().view());
    output.drain();
  }
}
