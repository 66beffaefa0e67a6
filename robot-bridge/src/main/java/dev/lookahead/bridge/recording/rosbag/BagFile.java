package dev.lookahead.bridge.recording.rosbag;

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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bag to read, complete or cut off. Topics come from its index; where there is none, or a broken
 * one, from reading the whole bag once more.
 */
public final class BagFile implements MessageLog {

  private final RecordingFile file;
  private final LogLimits limits;
  private final ChunkCache cache;
  private final Damages damages = new Damages();
  private final BagConnections connections;
  private final Map<String, String> descriptions = new TreeMap<>();

  private BagFile(RecordingFile file, LogLimits limits, BagConnections connections) {
    this.file = file;
    this.limits = limits;
    this.connections = connections;
    this.cache = new ChunkCache(file, limits);
  }

  /**
   * Opens a bag.
   *
   * @throws DataException if it cannot be read or is no bag of version 2.0
   */
  public static BagFile open(Path path, LogLimits limits) {
    RecordingFile file = RecordingFile.open(path);
    try {
      if (!hasMagic(file)) {
        throw new DataException(
            file.path(), "a bag begins with '#ROSBAG V2.0', this file does not");
      }
      return opened(file, limits);
    } catch (RuntimeException refused) {
      file.close();
      throw refused;
    }
  }

  /** Whether a file begins as bags do. */
  static boolean hasMagic(RecordingFile file) {
    return file.has(0, BagWalk.MAGIC.length)
        && file.read(0, BagWalk.MAGIC.length).equals(ByteBuffer.wrap(BagWalk.MAGIC));
  }

  private static BagFile opened(RecordingFile file, LogLimits limits) {
    String problem = "the recording was not completed";
    try {
      BagIndex index = BagIndex.read(file, limits).orElse(null);
      if (index != null) {
        BagFile indexed = new BagFile(file, limits, index.connections());
        indexed.readDescriptions(index);
        return indexed;
      }
    } catch (MessageFormatException unusable) {
      problem = String.valueOf(unusable.getMessage());
    }
    BagFile unindexed = new BagFile(file, limits, new BagConnections());
    unindexed.damages.accept(
        Finding.warning(
            String.valueOf(file.path().getFileName()),
            "it has no index that can be used and was read from front to back: " + problem));
    unindexed.scan((topic, logNanos, body, place) -> {});
    return unindexed;
  }

  /** Reads only the chunks that the index names for the topics of descriptions. */
  private void readDescriptions(BagIndex index) throws MessageFormatException {
    for (Map.Entry<Long, SortedMap<Long, Long>> chunk : index.chunks().entrySet()) {
      boolean describes = false;
      for (long connection : chunk.getValue().keySet()) {
        describes |= BagWriter.descriptionName(connections.topic(connection)).isPresent();
      }
      if (describes) {
        new BagWalk(file, limits, damages)
            .step(
                chunk.getKey(),
                (header, data, place, position) ->
                    record(header, data, place, (topic, logNanos, body, of) -> {}));
      }
    }
  }

  @Override
  public Path location() {
    return file.path();
  }

  @Override
  public List<RecordedTopic> topics() {
    return connections.topics().stream()
        .filter(topic -> BagWriter.descriptionName(topic).isEmpty())
        .toList();
  }

  @Override
  public Map<String, String> descriptions() {
    return Map.copyOf(descriptions);
  }

  @Override
  public void scan(MessageVisitor visitor) {
    new BagWalk(file, limits, damages)
        .run(
            new BagWalk.Visitor() {
              @Override
              public void chunk(PackedChunk chunk) {
                cache.add(chunk);
              }

              @Override
              public void record(
                  BagFields header, ByteBuffer data, MessagePlace place, long position)
                  throws MessageFormatException {
                BagFile.this.record(header, data, place, visitor);
              }
            });
  }

  private void record(BagFields header, ByteBuffer data, MessagePlace place, MessageVisitor visitor)
      throws MessageFormatException {
    switch (header.opcode()) {
      case BagOpcode.CONNECTION -> connections.add(header, data);
      case BagOpcode.MESSAGE -> {
        RecordedTopic topic = connections.topic(header.uint32("conn"));
        long logNanos = header.timeNanos("time");
        String description = BagWriter.descriptionName(topic).orElse(null);
        if (description != null) {
          descriptions.put(description, new MessageReader(data).string(topic.name()));
        } else {
          visitor.show(file.path(), topic, logNanos, data, place);
        }
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
