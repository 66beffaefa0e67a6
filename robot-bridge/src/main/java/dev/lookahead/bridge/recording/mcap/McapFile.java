package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.ChunkCache;
import dev.lookahead.bridge.recording.log.Damages;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.MessageVisitor;
import dev.lookahead.bridge.recording.log.PackedChunk;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import dev.lookahead.worldmodel.episode.DataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An MCAP file to read, complete or cut off. Topics come from its summary; where there is none, or
 * a broken one, from reading the whole file once more.
 */
public final class McapFile implements MessageLog {

  private final RecordingFile file;
  private final LogLimits limits;
  private final ChunkCache cache;
  private final Damages damages = new Damages();
  private final McapChannels channels;
  private final Map<String, String> descriptions = new TreeMap<>();

  private McapFile(RecordingFile file, LogLimits limits, McapChannels channels) {
    this.file = file;
    this.limits = limits;
    this.channels = channels;
    this.cache = new ChunkCache(file, limits);
  }

  /**
   * Opens a file.
   *
   * @throws DataException if it cannot be read or is no MCAP file
   */
  public static McapFile open(Path path, LogLimits limits) {
    RecordingFile file = RecordingFile.open(path);
    try {
      requireMagic(file);
      return opened(file, limits);
    } catch (RuntimeException refused) {
      file.close();
      throw refused;
    }
  }

  private static McapFile opened(RecordingFile file, LogLimits limits) {
    Damages found = new Damages();
    try {
      McapSummary summary = McapSummary.read(file, limits).orElse(null);
      if (summary != null) {
        McapFile indexed = new McapFile(file, limits, summary.channels());
        for (McapRecord.MetadataIndex metadata : summary.metadata()) {
          indexed.readMetadata(metadata);
        }
        return indexed;
      }
    } catch (MessageFormatException unusable) {
      found.accept(
          Finding.warning(
              String.valueOf(file.path().getFileName()),
              "its index cannot be used and it was read from front to back: "
                  + unusable.getMessage()));
    }
    McapFile unindexed = new McapFile(file, limits, new McapChannels());
    found.list().forEach(unindexed.damages);
    unindexed.scan((topic, logNanos, body, place) -> {});
    return unindexed;
  }

  /** Whether a file begins as MCAP files do. */
  static boolean hasMagic(RecordingFile file) {
    return file.has(0, McapWalk.MAGIC.length)
        && file.read(0, McapWalk.MAGIC.length).equals(ByteBuffer.wrap(McapWalk.MAGIC));
  }

  private static void requireMagic(RecordingFile file) {
    if (!hasMagic(file)) {
      throw new DataException(
          file.path(), "an MCAP file begins with 89 'MCAP0' 0d 0a, this one does not");
    }
  }

  private void readMetadata(McapRecord.MetadataIndex index) throws MessageFormatException {
    long length = index.length() - McapRecord.HEADER_BYTES;
    long content = index.offset() + McapRecord.HEADER_BYTES;
    if (length < 0
        || length > limits.chunkBytes()
        || index.offset() < 0
        || !file.has(content, length)
        || (file.read(index.offset(), 1).get(0) & 0xFF) != McapOpcode.METADATA) {
      throw new MessageFormatException(
          "metadata index", "the place of a metadata record", "byte " + index.offset());
    }
    describe(McapRecord.Metadata.read(new MessageReader(file.read(content, (int) length))));
  }

  private void describe(McapRecord.Metadata metadata) {
    String text = metadata.metadata().get(McapWriter.DESCRIPTION_KEY);
    if (text != null) {
      descriptions.put(metadata.name(), text);
    }
  }

  @Override
  public Path location() {
    return file.path();
  }

  @Override
  public List<RecordedTopic> topics() {
    return channels.topics();
  }

  @Override
  public Map<String, String> descriptions() {
    return Map.copyOf(descriptions);
  }

  @Override
  public void scan(MessageVisitor visitor) {
    new McapWalk(file, limits, damages)
        .run(
            new McapWalk.Visitor() {
              @Override
              public void chunk(PackedChunk chunk, long recordBytes) {
                cache.add(chunk);
              }

              @Override
              public void record(int opcode, ByteBuffer body, MessagePlace place)
                  throws MessageFormatException {
                McapFile.this.record(opcode, body, place, visitor);
              }
            });
  }

  private void record(int opcode, ByteBuffer body, MessagePlace place, MessageVisitor visitor)
      throws MessageFormatException {
    MessageReader in = new MessageReader(body);
    switch (opcode) {
      case McapOpcode.SCHEMA -> channels.add(McapRecord.Schema.read(in));
      case McapOpcode.CHANNEL -> channels.add(McapRecord.Channel.read(in));
      case McapOpcode.METADATA -> describe(McapRecord.Metadata.read(in));
      case McapOpcode.MESSAGE -> {
        RecordedTopic topic = channels.topic(in.uint16("channel_id"));
        in.uint32("sequence");
        long logNanos = in.int64("log_time");
        in.int64("publish_time");
        int length = in.remaining();
        MessagePlace of =
            new MessagePlace(
                place.chunk(), place.offset() + McapRecord.MESSAGE_HEADER_BYTES, length);
        visitor.show(file.path(), topic, logNanos, in.view("data", length), of);
      }
      default -> {
        // The index repeats what was read.
      }
    }
  }

  @Override
  public ByteBuffer read(MessagePlace place) {
    return cache.read(place);
  }

  @Override
  public List<Finding> damages() {
    return damages.list();
  }

  @Override
  public void close() {
    file.close();
  }
}
