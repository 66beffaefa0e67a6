package dev.lookahead.bridge.recording.log;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RawMessage;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A small recording of two topics, the same in every format. */
public final class SampleLog {

  /** When the first message was recorded; the others follow at 100 Hz. */
  public static final long START_NANOS = 1_700_000_000_123_456_789L;

  public static final long PERIOD_NANOS = 10_000_000;

  public static final RecordedTopic TEXT =
      RecordedTopic.of(
          "/text",
          "std_msgs/String",
          MessageEncoding.ROS1,
          dev.lookahead.bridge.ros1.msg.std_msgs.String.TYPE.definition());

  public static final RecordedTopic TWIST =
      RecordedTopic.of(
          "/base/twist",
          "geometry_msgs/TwistStamped",
          MessageEncoding.ROS1,
          TwistStamped.TYPE.definition());

  /**
   * A message as it was seen.
   *
   * @param topic its topic
   * @param nanos its time
   * @param body its bytes
   */
  public record Seen(RecordedTopic topic, long nanos, RawMessage body) {}

  private SampleLog() {}

  /** The number-th message. */
  public static Seen message(int number) {
    try {
      RecordedTopic topic = number % 3 == 0 ? TEXT : TWIST;
      TopicCodec codec = TopicCodec.of(topic);
      DynamicMessage zero = codec.type().zero();
      DynamicMessage message =
          topic.equals(TEXT)
              ? zero.with("data", "message " + number)
              : zero.with("twist.linear.x", number * 0.5).with("header.seq", number);
      return new Seen(
          topic, START_NANOS + number * PERIOD_NANOS, RawMessage.copyOf(codec.encode(message)));
    } catch (MessageFormatException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** The first messages. */
  public static List<Seen> messages(int count) {
    List<Seen> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      messages.add(message(i));
    }
    return messages;
  }

  /** Writes the first messages. */
  public static void write(MessageLogWriter writer, int count) throws IOException {
    for (Seen message : messages(count)) {
      writer.write(message.topic(), message.nanos(), message.body().body());
    }
  }

  /** Everything in a log; each message is read once more by its place and must be the same. */
  public static List<Seen> read(MessageLog log) {
    List<Seen> seen = new ArrayList<>();
    List<MessagePlace> places = new ArrayList<>();
    log.scan(
        (topic, nanos, body, place) -> {
          seen.add(new Seen(topic, nanos, RawMessage.copyOf(body)));
          places.add(place);
        });
    for (int i = 0; i < seen.size(); i++) {
      ByteBuffer again = log.read(places.get(i));
      if (!RawMessage.copyOf(again).equals(seen.get(i).body())) {
        throw new AssertionError("message " + i + " is another when read by its place");
      }
    }
    return seen;
  }
}
