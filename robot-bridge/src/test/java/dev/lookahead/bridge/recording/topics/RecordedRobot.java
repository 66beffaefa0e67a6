package dev.lookahead.bridge.recording.topics;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Writes what a robot publishes, message by message, at times of the test's choice. */
final class RecordedRobot {

  static final long START = 1_700_000_000_000_000_000L;
  static final long MS = 1_000_000;

  private final MessageLogWriter writer;

  RecordedRobot(MessageLogWriter writer) {
    this.writer = writer;
  }

  private <M> void write(String topic, MessageType<M> type, long ms, M message) throws IOException {
    RecordedTopic of =
        RecordedTopic.of(topic, type.name(), MessageEncoding.ROS1, type.definition());
    writer.write(of, START + ms * MS, type.toBody(message));
  }

  /** A 2 x 2 image of one grey, taken so much before it is recorded. */
  void image(String topic, long ms, long delayMs, int grey) throws IOException {
    byte[] pixels = new byte[12];
    Arrays.fill(pixels, (byte) grey);
    Image image =
        Image.builder()
            .header(header(ms))
            .height(2)
            .width(2)
            .encoding("rgb8")
            .step(6)
            .data(ByteBuffer.wrap(pixels))
            .build();
    write(topic, Image.TYPE, ms + delayMs, image);
  }

  void twist(String topic, long ms, double forward, double turn) throws IOException {
    Twist twist =
        Twist.builder()
            .linear(Vector3.builder().x(forward).build())
            .angular(Vector3.builder().z(turn).build())
            .build();
    write(topic, Twist.TYPE, ms, twist);
  }

  void joints(String topic, long ms, double... positions) throws IOException {
    write(
        topic,
        JointState.TYPE,
        ms,
        JointState.builder().header(header(ms)).position(positions).build());
  }

  private static Header header(long ms) {
    return Header.builder().stamp(RosTime.ofNanos(START + ms * MS)).build();
  }
}
