package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicType;
import dev.lookahead.bridge.ros2.message.CdrReader;
import dev.lookahead.bridge.ros2.message.CdrWriter;
import dev.lookahead.bridge.ros2.message.Ros2Definition;
import java.nio.ByteBuffer;

/**
 * Decodes and encodes the messages of one topic by the definition recorded with it. Holds no state
 * that changes; safe for use by many threads.
 */
public final class TopicCodec {

  private final MessageEncoding encoding;
  private final MessageCatalog catalog;
  private final DynamicType type;

  private TopicCodec(MessageEncoding encoding, MessageCatalog catalog, DynamicType type) {
    this.encoding = encoding;
    this.catalog = catalog;
    this.type = type;
  }

  /**
   * The codec of a topic.
   *
   * @throws MessageFormatException if its definition cannot be read, or its encoding is none of ROS
   */
  public static TopicCodec of(RecordedTopic topic) throws MessageFormatException {
    String name = Ros2Definition.shortName(topic.type());
    MessageCatalog catalog =
        switch (topic.encoding()) {
          case ROS1 -> MessageCatalog.parse(name, topic.definition());
          case CDR -> Ros2Definition.parse(name, topic.definition());
          case OTHER ->
              throw new MessageFormatException(
                  topic.toString(), "messages of ROS 1 or ROS 2", "another encoding");
        };
    return new TopicCodec(topic.encoding(), catalog, DynamicType.of(name, catalog));
  }

  /** What its messages hold. */
  public DynamicType type() {
    return type;
  }

  /** The definitions of its type and of all types used by it. */
  public MessageCatalog catalog() {
    return catalog;
  }

  /**
   * Decodes a message.
   *
   * @param body from position to limit
   * @throws MessageFormatException if it is no message of the type
   */
  public DynamicMessage decode(ByteBuffer body) throws MessageFormatException {
    if (encoding == MessageEncoding.ROS1) {
      return type.fromBody(body);
    }
    CdrReader reader = new CdrReader(body);
    DynamicMessage message = type.decode(reader);
    reader.requireEnd(type.name());
    return message;
  }

  /** Encodes a message of the type. */
  public ByteBuffer encode(DynamicMessage message) {
    if (encoding == MessageEncoding.ROS1) {
      return type.toBody(message);
    }
    CdrWriter writer = new CdrWriter();
    type.encode(message, writer);
    return writer.written();
  }
}
