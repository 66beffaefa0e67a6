package dev.lookahead.bridge.recording.rosbag;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The connections of a bag as far as it was read: several may belong to one topic. */
final class BagConnections {

  private static final int MOST = 1 << 16;

  private final Map<Long, RecordedTopic> topics = new TreeMap<>();

  /**
   * Adds a connection; the same again says nothing new.
   *
   * @throws MessageFormatException if another has its number
   */
  void add(BagFields header, ByteBuffer data) throws MessageFormatException {
    long id = header.uint32("conn");
    BagFields about = BagFields.read(data);
    RecordedTopic topic =
        new RecordedTopic(
            header.string("topic"),
            about.string("type"),
            MessageEncoding.ROS1,
            about.string("message_definition"),
            about.string("latching", "0").equals("1"));
    if (topics.size() >= MOST) {
      throw new MessageFormatException("bag", "at most %d connections".formatted(MOST), "more");
    }
    RecordedTopic former = topics.putIfAbsent(id, topic);
    if (former != null && !former.equals(topic)) {
      throw new MessageFormatException("connection " + id, "one definition", "another one");
    }
  }

  /**
   * The topic of a connection.
   *
   * @throws MessageFormatException if the connection is not known
   */
  RecordedTopic topic(long connection) throws MessageFormatException {
    RecordedTopic topic = topics.get(connection);
    if (topic == null) {
      throw new MessageFormatException(
          "message", "a connection defined before it", connection + "");
    }
    return topic;
  }

  /** The number of connections. */
  int count() {
    return topics.size();
  }

  /** The topics, each once, in the order of the connections. */
  List<RecordedTopic> topics() {
    return topics.values().stream().distinct().toList();
  }
}
