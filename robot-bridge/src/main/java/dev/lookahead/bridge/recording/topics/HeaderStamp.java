package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageReader;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.message.definition.FieldDefinition;
import dev.lookahead.bridge.ros2.message.CdrReader;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * When a message came about: the stamp of its header where it begins with one that is set, since
 * the time of recording comes after all delays of the network; otherwise the time of recording.
 *
 * @param encoding of the messages
 * @param hasHeader whether they begin with a {@code std_msgs/Header}
 */
record HeaderStamp(MessageEncoding encoding, boolean hasHeader) {

  static HeaderStamp of(RecordedTopic topic, TopicCodec codec) {
    List<FieldDefinition> fields = codec.catalog().get(codec.type().name()).fields();
    boolean hasHeader =
        !fields.isEmpty() && fields.get(0).type().toString().equals("std_msgs/Header");
    return new HeaderStamp(topic.encoding(), hasHeader);
  }

  /**
   * Nanoseconds since the epoch of the clock that stamped it.
   *
   * @throws MessageFormatException if the message is shorter than a header
   */
  long nanos(ByteBuffer body, long logNanos) throws MessageFormatException {
    if (!hasHeader) {
      return logNanos;
    }
    RosTime stamp;
    if (encoding == MessageEncoding.CDR) {
      stamp = new CdrReader(body).time("header.stamp");
    } else {
      MessageReader reader = new MessageReader(body);
      reader.uint32("header.seq");
      stamp = reader.time("header.stamp");
    }
    return stamp.equals(RosTime.ZERO) ? logNanos : stamp.toNanos();
  }
}
