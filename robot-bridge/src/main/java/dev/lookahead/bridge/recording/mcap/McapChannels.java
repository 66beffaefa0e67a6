package dev.lookahead.bridge.recording.mcap;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The schemas and channels of a file as far as it was read. */
final class McapChannels {

  /** As many as their numbers can tell apart; a file that defines more repeats itself. */
  private static final int MOST = 1 << 16;

  private final Map<Integer, McapRecord.Schema> schemas = new HashMap<>();
  private final Map<Integer, McapRecord.Channel> channels = new HashMap<>();
  private final Map<Integer, RecordedTopic> topics = new TreeMap<>();

  /**
   * Adds a schema; the same again says nothing new.
   *
   * @throws MessageFormatException if another has its number
   */
  void add(McapRecord.Schema schema) throws MessageFormatException {
    if (schema.id() == 0 || schemas.size() >= MOST) {
      throw new MessageFormatException("schema", "an id of 1 to 65535", schema.id() + "");
    }
    McapRecord.Schema former = schemas.putIfAbsent(schema.id(), schema);
    if (former != null && !former.equals(schema)) {
      throw new MessageFormatException(
          "schema %d".formatted(schema.id()), "one definition", "another one");
    }
  }

  /**
   * Adds a channel, whose schema came before; the same again says nothing new.
   *
   * @throws MessageFormatException if another has its number, or its schema is missing
   */
  void add(McapRecord.Channel channel) throws MessageFormatException {
    McapRecord.Channel former = channels.putIfAbsent(channel.id(), channel);
    if (former != null && !former.equals(channel)) {
      throw new MessageFormatException(
          "channel %d".formatted(channel.id()), "one definition", "another one");
    }
    McapRecord.Schema schema = schemas.get(channel.schemaId());
    if (schema == null && channel.schemaId() != 0) {
      channels.remove(channel.id());
      throw new MessageFormatException(
          "channel of " + channel.topic(),
          "its schema before it",
          "no schema " + channel.schemaId());
    }
    topics.putIfAbsent(channel.id(), topic(channel, schema));
  }

  private static RecordedTopic topic(
      McapRecord.Channel channel, McapRecord.@Nullable Schema schema) {
    if (schema == null) {
      return RecordedTopic.of(channel.topic(), "no schema", MessageEncoding.OTHER, "");
    }
    return RecordedTopic.of(
        channel.topic(),
        schema.name(),
        encoding(channel.messageEncoding(), schema.encoding()),
        schema.data());
  }

  private static MessageEncoding encoding(String messages, String definitions) {
    if (messages.equals("ros1") && definitions.equals("ros1msg")) {
      return MessageEncoding.ROS1;
    }
    return messages.equals("cdr") && definitions.equals("ros2msg")
        ? MessageEncoding.CDR
        : MessageEncoding.OTHER;
  }

  /**
   * The topic of a channel.
   *
   * @throws MessageFormatException if the channel is not known
   */
  RecordedTopic topic(int channel) throws MessageFormatException {
    RecordedTopic topic = topics.get(channel);
    if (topic == null) {
      throw new MessageFormatException("message", "a channel defined before it", channel + "");
    }
    return topic;
  }

  /** The number of schemas. */
  int schemaCount() {
    return schemas.size();
  }

  /** The number of channels. */
  int channelCount() {
    return channels.size();
  }

  /** The topics, each once, in the order of the channels. */
  List<RecordedTopic> topics() {
    return topics.values().stream().distinct().toList();
  }
}
