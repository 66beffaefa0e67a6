package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.Finding;
import dev.lookahead.bridge.recording.log.Damages;
import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.MessagePlace;
import dev.lookahead.bridge.recording.log.PackedChunk;
import dev.lookahead.bridge.recording.log.RecordingFile;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Compares everything that an MCAP file says about itself with what it holds: checksums, the index
 * of each chunk, the chunk indices, offsets and counts of the summary.
 */
final class McapCheck implements McapWalk.Visitor {

  private static final int CRC_STEP = 1 << 20;

  /** What a walk found in a chunk. */
  private static final class Chunk {
    private final PackedChunk packed;
    private final long recordBytes;
    private final SortedMap<Integer, Set<List<Long>>> messages = new TreeMap<>();
    private final SortedMap<Integer, Set<List<Long>>> indexed = new TreeMap<>();

    private Chunk(PackedChunk packed, long recordBytes) {
      this.packed = packed;
      this.recordBytes = recordBytes;
    }
  }

  private final RecordingFile file;
  private final LogLimits limits;
  private final Damages damages = new Damages();
  private final McapChannels channels = new McapChannels();
  private final Map<Long, Chunk> chunks = new LinkedHashMap<>();
  private final Map<Long, Integer> indexPlaces = new TreeMap<>();
  private final SortedMap<Integer, Long> counts = new TreeMap<>();
  private final List<String> metadata = new ArrayList<>();
  private @Nullable Chunk newest;
  private int indexedMessages;
  private boolean dataEnded;

  private McapCheck(RecordingFile file, LogLimits limits) {
    this.file = file;
    this.limits = limits;
  }

  /** Everything that is wrong with a file that begins with the magic number. */
  static List<Finding> of(RecordingFile file, LogLimits limits) {
    McapCheck check = new McapCheck(file, limits);
    new McapWalk(file, limits, check.damages).run(check);
    check.chunks.values().forEach(check::compareMessageIndex);
    try {
      McapSummary.read(file, limits)
          .ifPresentOrElse(
              check::compare, () -> check.warn("it has no summary, finding topics is slow"));
    } catch (MessageFormatException broken) {
      check.error(0, "the summary: " + broken.getMessage());
    }
    return check.damages.list();
  }

  @Override
  public void chunk(PackedChunk chunk, long recordBytes) {
    newest = new Chunk(chunk, recordBytes);
    chunks.put(chunk.start(), newest);
  }

  @Override
  public void record(int opcode, ByteBuffer body, MessagePlace place)
      throws MessageFormatException {
    MessageReader in = new MessageReader(body);
    if (dataEnded) {
      return;
    }
    switch (opcode) {
      case McapOpcode.SCHEMA -> channels.add(McapRecord.Schema.read(in));
      case McapOpcode.CHANNEL -> channels.add(McapRecord.Channel.read(in));
      case McapOpcode.METADATA -> metadata.add(McapRecord.Metadata.read(in).name());
      case McapOpcode.MESSAGE -> message(in, place);
      case McapOpcode.MESSAGE_INDEX -> messageIndex(in, place);
      case McapOpcode.DATA_END -> {
        dataEnded = true;
        long end = place.offset() - McapRecord.HEADER_BYTES;
        compareDataCrc(McapRecord.DataEnd.read(in).dataSectionCrc(), end);
      }
      default -> {
        // The header says nothing that could be wrong.
      }
    }
  }

  private void message(MessageReader in, MessagePlace place) throws MessageFormatException {
    int channel = in.uint16("channel_id");
    channels.topic(channel);
    in.uint32("sequence");
    long logTime = in.int64("log_time");
    counts.merge(channel, 1L, Long::sum);
    Chunk chunk = chunks.get(place.chunk());
    if (chunk != null && indexedMessages++ < limits.messages()) {
      chunk
          .messages
          .computeIfAbsent(channel, id -> new HashSet<>())
          .add(List.of(logTime, place.offset() - McapRecord.HEADER_BYTES));
    }
  }

  /** Belongs to the chunk before it. */
  private void messageIndex(MessageReader in, MessagePlace place) throws MessageFormatException {
    int channel = in.uint16("channel_id");
    indexPlaces.put(place.offset() - McapRecord.HEADER_BYTES, channel);
    int bytes = in.count("records", 1);
    Chunk last = newest;
    if (last == null) {
      error(place.offset(), "a message index without a chunk before it");
      return;
    }
    if (bytes == 0) {
      return;
    }
    Set<List<Long>> entries = last.indexed.computeIfAbsent(channel, id -> new HashSet<>());
    for (int i = 0; i < bytes / (2 * Long.BYTES) && indexedMessages++ < limits.messages(); i++) {
      entries.add(List.of(in.int64("log_time"), in.int64("offset")));
    }
  }

  private void compareMessageIndex(Chunk chunk) {
    if (!chunk.indexed.isEmpty() && !chunk.indexed.equals(chunk.messages)) {
      error(
          chunk.packed.start(),
          "the index after this chunk does not name the messages that are in it");
    }
  }

  private void compareDataCrc(long stored, long end) {
    if (stored == 0) {
      return;
    }
    CRC32 crc = new CRC32();
    for (long at = 0; at < end; at += CRC_STEP) {
      crc.update(file.read(at, (int) Math.min(CRC_STEP, end - at)));
    }
    if (crc.getValue() != stored) {
      error(
          end,
          "the data should have the checksum %08x, has %08x".formatted(stored, crc.getValue()));
    }
  }

  private void compare(McapSummary summary) {
    if (summary.chunks().size() != chunks.size()) {
      error(
          summary.start(),
          "the summary lists %d chunks, there are %d"
              .formatted(summary.chunks().size(), chunks.size()));
    }
    summary.chunks().forEach(this::compare);
    summary.statistics().ifPresent(statistics -> compare(summary.start(), statistics));
    for (McapRecord.SummaryOffset group : summary.offsets()) {
      long start = group.groupStart();
      boolean inside =
          start >= summary.start()
              && file.has(start, 1)
              && file.has(start, group.groupLength())
              && (file.peek(start, 1).get() & 0xFF) == group.groupOpcode();
      if (!inside) {
        error(start, "the summary has no group of opcode %d here".formatted(group.groupOpcode()));
      }
    }
    for (McapRecord.MetadataIndex index : summary.metadata()) {
      if (!metadata.contains(index.name())) {
        error(index.offset(), "there is no metadata '%s' here".formatted(index.name()));
      }
    }
  }

  private void compare(McapRecord.ChunkIndex index) {
    Chunk chunk = chunks.get(index.chunkStartOffset());
    if (chunk == null) {
      error(index.chunkStartOffset(), "the summary names a chunk here, there is none");
      return;
    }
    if (chunk.recordBytes != index.chunkLength()
        || chunk.packed.packedBytes() != index.compressedSize()
        || chunk.packed.size() != index.uncompressedSize()) {
      error(index.chunkStartOffset(), "the summary gives other sizes for this chunk");
    }
    index
        .messageIndexOffsets()
        .forEach(
            (channel, offset) -> {
              if (!channel.equals(indexPlaces.get(offset))) {
                error(offset, "there is no message index of channel %d here".formatted(channel));
              }
            });
  }

  private void compare(long at, McapRecord.Statistics statistics) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    if (statistics.messageCount() != total
        || (!statistics.channelMessageCounts().isEmpty()
            && !statistics.channelMessageCounts().equals(counts))) {
      error(
          at,
          "the summary counts %d messages, there are %d: %s by channel, there are %s"
              .formatted(
                  statistics.messageCount(), total, statistics.channelMessageCounts(), counts));
    }
    if (statistics.chunkCount() != chunks.size()
        || statistics.metadataCount() != metadata.size()
        || statistics.channelCount() != channels.channelCount()
        || statistics.schemaCount() != channels.schemaCount()) {
      error(at, "the counts of the summary are not those of the file");
    }
  }

  private void error(long position, String problem) {
    damages.accept(
        Finding.error("%s, byte %d".formatted(file.path().getFileName(), position), problem));
  }

  private void warn(String problem) {
    damages.accept(Finding.warning(String.valueOf(file.path().getFileName()), problem));
  }
}
