package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.ros1.message.RosTime;
import java.nio.ByteBuffer;
import java.util.SortedMap;
import java.util.TreeMap;

/** The records that are gathered for the next chunk, and the index of its messages. */
final class BagChunk {

  /** Seconds, nanoseconds and the place of a message. */
  private static final int ENTRY_BYTES = 3 * Integer.BYTES;

  private final ChunkBuffer content = new ChunkBuffer();
  private final BagFields.Writer fields = new BagFields.Writer(content);
  private final SortedMap<Integer, ChunkBuffer> index = new TreeMap<>();
  private RosTime first = RosTime.ZERO;
  private RosTime last = RosTime.ZERO;

  /** A chunk that was written: where, the times of its messages, how many of each connection. */
  record Info(long position, RosTime first, RosTime last, SortedMap<Integer, Integer> counts) {}

  /** How many bytes there are, unpacked. */
  int size() {
    return content.size();
  }

  /** Takes a connection, before the messages that need it. */
  BagFields.Writer definitions() {
    return fields;
  }

  /**
   * Adds a message.
   *
   * @param body from position to limit; copied
   */
  void add(int connection, RosTime time, ByteBuffer body) {
    first = index.isEmpty() || time.compareTo(first) < 0 ? time : first;
    last = index.isEmpty() || time.compareTo(last) > 0 ? time : last;
    index
        .computeIfAbsent(connection, id -> new ChunkBuffer())
        .room(ENTRY_BYTES)
        .putInt((int) time.secs())
        .putInt((int) time.nsecs())
        .putInt(content.size());
    int header = fields.begin(BagOpcode.MESSAGE);
    fields.uint32("conn", connection).time("time", time).end(header);
    content.room(Integer.BYTES + body.remaining()).putInt(body.remaining()).put(body.duplicate());
  }

  /**
   * Writes the chunk and the indices of its messages, and begins the next one.
   *
   * @param position where in the file it will be
   * @param name of the compression, as bags have it
   * @return the description of the chunk for the end of the bag
   */
  Info drainTo(ChunkBuffer out, long position, Compression compression, String name) {
    BagFields.Writer records = new BagFields.Writer(out);
    ByteBuffer packed = content.pack(compression);
    int header = records.begin(BagOpcode.CHUNK);
    records.string("compression", name).uint32("size", content.size()).end(header);
    out.room(Integer.BYTES + packed.remaining()).putInt(packed.remaining()).put(packed);
    SortedMap<Integer, Integer> counts = new TreeMap<>();
    index.forEach(
        (connection, entries) -> {
          int count = entries.size() / ENTRY_BYTES;
          counts.put(connection, count);
          int indexHeader = records.begin(BagOpcode.INDEX_DATA);
          records.uint32("ver", 1).uint32("conn", connection).uint32("count", count);
          records.end(indexHeader);
          out.room(Integer.BYTES + entries.size()).putInt(entries.size()).put(entries.view());
        });
    content.clear();
    index.clear();
    return new Info(position, first, last, counts);
  }
}
