package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.log.ChunkBuffer;
import dev.lookahead.bridge.recording.log.ChunkPace;
import dev.lookahead.bridge.recording.log.Compression;
import dev.lookahead.bridge.recording.log.GatheredOutput;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Writes a bag: messages in chunks with their indices, and on closing the connections, chunk infos
 * and the place of both. Killed at any moment, the bag is readable as far as the last chunk, and
 * {@code rosbag reindex} completes it.
 *
 * <p>A description {@code a.b} is a message on the latched topic {@code /a/b}, at the time of the
 * first message.
 */
public final class BagWriter implements MessageLogWriter {

  /** The record of the bag header, filled up so that it can be written again. */
  static final int BAG_HEADER_BYTES = 4096;

  private static final String DESCRIPTIONS = "/lookahead/";
  private static final MessageType<dev.lookahead.bridge.ros1.msg.std_msgs.String> TEXT =
      dev.lookahead.bridge.ros1.msg.std_msgs.String.TYPE;

  /** A connection as it is in the file. */
  private record Connection(int id, RecordedTopic topic, String md5) {}

  private final GatheredOutput output;
  private final BagFields.Writer fields;
  private final Compression compression;
  private final ChunkPace pace;
  private final Map<RecordedTopic, Connection> connections = new LinkedHashMap<>();
  private final Map<String, String> descriptions = new LinkedHashMap<>();
  private final List<BagChunk.Info> chunkInfos = new ArrayList<>();
  private final BagChunk chunk = new BagChunk();

  private BagWriter(GatheredOutput output, LogWriterSettings settings, LongSupplier nanoTime) {
    this.output = output;
    this.fields = new BagFields.Writer(output.gathered());
    this.compression = settings.compression();
    this.pace = new ChunkPace(settings, nanoTime);
  }

  /**
   * Starts a bag.
   *
   * @param path must not exist
   * @param settings with no compression, LZ4 or bzip2
   * @param nanoTime a clock that never goes back, for the interval of flushing
   */
  public static BagWriter create(Path path, LogWriterSettings settings, LongSupplier nanoTime)
      throws IOException {
    compressionName(settings.compression());
    BagWriter writer = new BagWriter(GatheredOutput.create(path), settings, nanoTime);
    writer.output.gathered().room(BagWalk.MAGIC.length).put(BagWalk.MAGIC);
    writer.bagHeader(0);
    writer.output.drain();
    return writer;
  }

  private static String compressionName(Compression compression) {
    return switch (compression) {
      case NONE -> "none";
      case LZ4 -> "lz4";
      case BZ2 -> "bz2";
      case ZSTD ->
          throw new IllegalArgumentException(
              "bags compress with none, LZ4 or BZ2, got " + compression);
    };
  }

  /** The name of the description that a topic holds; empty for a topic of messages. */
  static Optional<String> descriptionName(RecordedTopic topic) {
    return topic.latched()
            && topic.name().startsWith(DESCRIPTIONS)
            && topic.type().equals(TEXT.name())
        ? Optional.of(topic.name().substring(1).replace('/', '.'))
        : Optional.empty();
  }

  /**
   * {@inheritDoc}
   *
   * @param name begins with {@code lookahead.}
   */
  @Override
  public void describe(String name, String text) throws IOException {
    if (!("/" + name.replace('.', '/')).startsWith(DESCRIPTIONS)) {
      throw new IllegalArgumentException("a description begins with 'lookahead.', got " + name);
    }
    descriptions.put(name, text);
  }

  private void writeDescriptions(RosTime time) throws IOException {
    Map<String, String> waiting = Map.copyOf(descriptions);
    descriptions.clear();
    for (Map.Entry<String, String> description : waiting.entrySet()) {
      RecordedTopic topic =
          new RecordedTopic(
              "/" + description.getKey().replace('.', '/'),
              TEXT.name(),
              MessageEncoding.ROS1,
              TEXT.definition(),
              true);
      append(
          topic,
          time,
          TEXT.toBody(dev.lookahead.bridge.ros1.msg.std_msgs.String.of(description.getValue())));
    }
  }

  @Override
  public void write(RecordedTopic topic, long logNanos, ByteBuffer body) throws IOException {
    if (pace.isOldBeforeNext(chunk.size())) {
      flush();
    }
    RosTime time = RosTime.ofNanos(logNanos);
    writeDescriptions(time);
    append(topic, time, body);
    if (pace.isFull(chunk.size())) {
      flush();
    }
  }

  private void append(RecordedTopic topic, RosTime time, ByteBuffer body) throws IOException {
    Connection connection = connections.get(topic);
    if (connection == null) {
      connection = new Connection(connections.size(), topic, md5(topic));
      connections.put(topic, connection);
      connection(chunk.definitions(), connection);
    }
    chunk.add(connection.id(), time, body);
  }

  private static String md5(RecordedTopic topic) throws MessageFormatException {
    if (topic.encoding() != MessageEncoding.ROS1) {
      throw new IllegalArgumentException("a bag holds messages of ROS 1, got " + topic);
    }
    return TopicCodec.of(topic).type().md5();
  }

  private static void connection(BagFields.Writer to, Connection connection) {
    RecordedTopic topic = connection.topic();
    int header = to.begin(BagOpcode.CONNECTION);
    to.uint32("conn", connection.id()).string("topic", topic.name()).end(header);
    int data = to.beginData();
    to.string("topic", topic.name()).string("type", topic.type());
    to.string("md5sum", connection.md5()).string("message_definition", topic.definition());
    to.string("callerid", "/lookahead").string("latching", topic.latched() ? "1" : "0");
    to.end(data);
  }

  @Override
  public void flush() throws IOException {
    if (chunk.size() == 0) {
      return;
    }
    chunkInfos.add(
        chunk.drainTo(
            output.gathered(), output.position(), compression, compressionName(compression)));
    output.drain();
  }

  @Override
  public void force() throws IOException {
    flush();
    output.force();
  }

  @Override
  public void close() throws IOException {
    try (output) {
      writeDescriptions(RosTime.ofNanos(1));
      flush();
      long indexPosition = output.position();
      connections.values().forEach(connection -> connection(fields, connection));
      chunkInfos.forEach(this::chunkInfo);
      output.drain();
      output.force();
      output.rewind(BagWalk.MAGIC.length);
      bagHeader(indexPosition);
      output.drain();
      output.force();
    }
  }

  private void chunkInfo(BagChunk.Info info) {
    int header = fields.begin(BagOpcode.CHUNK_INFO);
    fields.uint32("ver", 1).int64("chunk_pos", info.position());
    fields.time("start_time", info.first()).time("end_time", info.last());
    fields.uint32("count", info.counts().size()).end(header);
    int data = fields.beginData();
    info.counts()
        .forEach((id, count) -> output.gathered().room(2 * Integer.BYTES).putInt(id).putInt(count));
    fields.end(data);
  }

  /** Written once at the beginning, and again when everything it speaks of is on the disk. */
  private void bagHeader(long indexPosition) {
    ChunkBuffer out = output.gathered();
    int start = out.size();
    int header = fields.begin(BagOpcode.BAG_HEADER);
    fields.int64("index_pos", indexPosition).uint32("conn_count", connections.size());
    fields.uint32("chunk_count", chunkInfos.size()).end(header);
    int padding = BAG_HEADER_BYTES - (out.size() - start) - Integer.BYTES;
    ByteBuffer room = out.room(Integer.BYTES + padding).putInt(padding);
    for (int i = 0; i < padding; i++) {
      room.put((byte) ' ');
    }
  }
}
