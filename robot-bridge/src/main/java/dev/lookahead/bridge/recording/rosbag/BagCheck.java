package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Damages;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.PackedChunk;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares everything that a bag says about itself with what it holds. */
final class BagCheck implements BagWalk.Visitor {

  /** What a walk found in a chunk: message offsets by connection, as they are and as indexed. */
  private static final class Chunk {
    private final SortedMap<Long, Set<Long>> messages = new TreeMap<>();
    private final SortedMap<Long, Set<Long>> indexed = new TreeMap<>();

    private SortedMap<Long, Long> counts() {
      SortedMap<Long, Long> counts = new TreeMap<>();
      messages.forEach((connection, offsets) -> counts.put(connection, (long) offsets.size()));
      return counts;
    }
  }

  private final RecordingFile file;
  private final LogLimits limits;
  private final Damages damages = new Damages();
  private final BagConnections connections = new BagConnections();
  private final Map<Long, Chunk> chunks = new LinkedHashMap<>();
  private @Nullable Chunk newest;
  private int counted;

  private BagCheck(RecordingFile file, LogLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Everything that is wrong with a file that begins as bags do. */
  static List<Finding> of(RecordingFile file, LogLimits limits) {
    BagCheck check = new BagCheck(file, limits);
    new BagWalk(file, limits, check.damages).run(check);
    check.chunks.forEach(check::compareIndexData);
    try {
      BagIndex.read(file, limits)
          .ifPresentOrElse(
              check::compare,
              () ->
                  check.damages.accept(
                      Finding.warning(
                          String.valueOf(file.path().getFileName()),
                          "the recording was not completed: 'rosbag reindex' adds its index")));
    } catch (MessageFormatException broken) {
      check.error(BagWalk.MAGIC.length, "the index: " + broken.getMessage());
    }
    return check.damages.list();
  }

  @Override
  public void chunk(PackedChunk chunk) {
    newest = new Chunk();
    chunks.put(chunk.start(), newest);
  }

  @Override
  public void record(BagFields header, ByteBuffer data, MessagePlace place, long position)
      throws MessageFormatException {
    switch (header.opcode()) {
      case BagOpcode.CONNECTION -> connections.add(header, data);
      case BagOpcode.MESSAGE -> {
        long connection = header.uint32("conn");
        connections.topic(connection);
        Chunk chunk = chunks.get(place.chunk());
        if (chunk != null && counted++ < limits.messages()) {
          chunk.messages.computeIfAbsent(connection, id -> new HashSet<>()).add(position);
        }
      }
      case BagOpcode.INDEX_DATA -> indexData(header, data, position);
      default -> {
        // The index at the end is compared as a whole.
      }
    }
  }

  /** Belongs to the chunk before it. */
  private void indexData(BagFields header, ByteBuffer data, long position)
      throws MessageFormatException {
    Chunk chunk = newest;
    if (chunk == null) {
      error(position, "index data without a chunk before it");
      return;
    }
    Set<Long> offsets =
        chunk.indexed.computeIfAbsent(header.uint32("conn"), connection -> new HashSet<>());
    MessageReader in = new MessageReader(data);
    long count = header.uint32("count");
    for (long i = 0; i < count && counted++ < limits.messages(); i++) {
      in.time("time");
      offsets.add(in.uint32("offset"));
    }
  }

  private void compareIndexData(long start, Chunk chunk) {
    if (!chunk.indexed.isEmpty() && !chunk.indexed.equals(chunk.messages)) {
      error(start, "the index after this chunk does not name the messages that are in it");
    }
  }

  private void compare(BagIndex index) {
    if (!index.chunks().keySet().equals(chunks.keySet())) {
      error(
          index.start(),
          "the index lists %d chunks, there are %d, or others"
              .formatted(index.chunks().size(), chunks.size()));
    }
    index
        .chunks()
        .forEach(
            (start, counts) -> {
              Chunk chunk = chunks.get(start);
              if (chunk != null && !chunk.counts().equals(counts)) {
                error(
                    start,
                    "the index counts %s messages by connection, there are %s"
                        .formatted(counts, chunk.counts()));
              }
            });
  }

  private void error(long position, String problem) {
    damages.accept(
        Finding.error("%s, byte %d".formatted(file.path().getFileName(), position), problem));
  }
}
