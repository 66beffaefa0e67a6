package dev.lookahead.bridge.recording.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.recording.log.LogLimits;
import dev.lookahead.bridge.recording.log.LogWriterSettings;
import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.MessageLog;
import dev.lookahead.bridge.recording.log.MessageLogWriter;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.mcap.McapFile;
import dev.lookahead.bridge.recording.mcap.McapWriter;
import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.std_msgs.String;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.node.TestNodes;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicRecorderTest {

  private static final long PATIENCE_NANOS = 10_000_000_000L;

  @TempDir Path directory;
  private RosCore core;
  private ConnectedNode talker;
  private ConnectedNode recording;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    talker = TestNodes.node("talker", core.getUri());
    recording = TestNodes.node("recorder", core.getUri());
  }

  @AfterEach
  void leave() {
    talker.close();
    recording.close();
    core.close();
  }

  @Test
  void whatIsSaidIsInTheFileAsItWasSaid() throws Exception {
    Publisher<String> chatter =
        talker.newPublisher("chatter", String.TYPE, PublicationHints.latched());
    chatter.publish(String.of("hello"));
    Publisher<Twist> command =
        talker.newPublisher("cmd_vel", Twist.TYPE, PublicationHints.latched());
    Twist sent =
        Twist.builder()
            .linear(Vector3.builder().x(0.1).build())
            .angular(Vector3.builder().z(-1).build())
            .build();
    command.publish(sent);

    Path file = directory.resolve("all.mcap");
    RecorderReport report = record(file, List.of(), 2);

    assertThat(report.messages()).containsKeys("/chatter", "/cmd_vel");
    assertThat(report.dropped()).isZero();
    List<Object> read = new ArrayList<>();
    try (MessageLog log = McapFile.open(file, LogLimits.defaults())) {
      assertThat(log.topics())
          .filteredOn(topic -> topic.name().equals("/cmd_vel"))
          .singleElement()
          .satisfies(
              topic -> {
                assertThat(topic.type()).isEqualTo("geometry_msgs/Twist");
                assertThat(topic.encoding()).isEqualTo(MessageEncoding.ROS1);
                assertThat(topic.definition()).isEqualTo(Twist.TYPE.definition());
              });
      log.scan(
          (topic, logNanos, body, place) -> {
            if (topic.name().equals("/cmd_vel")) {
              read.add(Twist.TYPE.fromBody(body));
            } else if (topic.name().equals("/chatter")) {
              read.add(String.TYPE.fromBody(body));
            }
          });
    }
    assertThat(read).containsExactlyInAnyOrder(sent, String.of("hello"));
  }

  @Test
  void aTopicThatNobodyPublishesIsNamedInTheReport() throws Exception {
    talker
        .newPublisher("chatter", String.TYPE, PublicationHints.latched())
        .publish(String.of("hello"));
    RecorderReport report = record(directory.resolve("some.mcap"), List.of("chatter", "scan"), 1);
    assertThat(report.silent()).containsOnlyKeys("/scan");
    assertThat(report.silent().get("/scan")).contains("nobody publishes /scan");
  }

  @Test
  void moreThanMayWaitIsDroppedAndCounted() throws Exception {
    PendingMessages pending = new PendingMessages(10);
    RecordedTopic topic = RecordedTopic.of("/a", "std_msgs/String", MessageEncoding.ROS1, "");
    pending.add(topic, 1, ByteBuffer.allocate(8));
    pending.add(topic, 2, ByteBuffer.allocate(8));
    pending.add(topic, 3, ByteBuffer.allocate(2));
    assertThat(pending.dropped()).isOne();
    assertThat(pending.poll(0)).extracting(PendingMessages.Pending::logNanos).isEqualTo(1L);
    assertThat(pending.poll(0)).extracting(PendingMessages.Pending::logNanos).isEqualTo(3L);
    assertThat(pending.poll(0)).isNull();
    assertThatThrownBy(() -> record(directory.resolve("x.mcap"), List.of(), 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 0");
  }

  private RecorderReport record(Path file, List<java.lang.String> topics, int messages)
      throws Exception {
    return record(file, topics, messages, 1 << 20);
  }

  /** Until so many messages were written, but no longer than patience lasts. */
  private RecorderReport record(
      Path file, List<java.lang.String> topics, int messages, long maxPendingBytes)
      throws Exception {
    AtomicReference<RecorderReport> last = new AtomicReference<>();
    long began = System.nanoTime();
    try (MessageLogWriter log =
            McapWriter.create(
                file, MessageEncoding.ROS1, LogWriterSettings.defaults(), System::nanoTime);
        TopicRecorder recorder = new TopicRecorder(recording, topics, log, maxPendingBytes)) {
      recorder.run(
          () ->
              (last.get() != null && said(last.get()) >= messages)
                  || System.nanoTime() - began > PATIENCE_NANOS,
          System::nanoTime,
          last::set);
    }
    return Objects.requireNonNull(last.get());
  }

  /** Besides what nodes log. */
  private static long said(RecorderReport report) {
    return report.messages().entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("/rosout"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
