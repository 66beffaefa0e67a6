package dev.lookahead.bridge.ros1.message.generator;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.KnownTypes;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Log;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CameraInfo;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.msg.std_srvs.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedMessagesTest {

  private static final Image IMAGE =
      Image.builder()
          .header(Header.of(7, new RosTime(1, 2), "camera"))
          .height(1)
          .width(2)
          .encoding("rgb8")
          .step(6)
          .data(new byte[] {1, 2, 3, 4, 5, 6})
          .build();

  @Test
  void everyMd5IsTheOfficialOne() throws IOException {
    String ours =
        Stream.concat(
                KnownTypes.messages().entrySet().stream().map(e -> line(e, e.getValue().md5())),
                KnownTypes.services().entrySet().stream().map(e -> line(e, e.getValue().md5())))
            .filter(line -> !line.startsWith("lookahead_msgs/"))
            .sorted()
            .collect(joining("\n"));

    assertThat(ours).isEqualTo(officialMd5());
  }

  private static String line(Map.Entry<String, ?> type, String md5) {
    return type.getKey() + " " + md5;
  }

  private static String officialMd5() throws IOException {
    try (InputStream file = MessageType.class.getResourceAsStream("official-md5.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .map(words -> words[1] + " " + words[0])
          .sorted()
          .collect(joining("\n"));
    }
  }

  @Test
  void aMessageIsReadBackAsItWasWritten() throws MessageFormatException {
    ByteBuffer body = Image.TYPE.toBody(IMAGE);

    assertThat(body.remaining()).isEqualTo(Image.TYPE.size(IMAGE));
    assertThat(Image.TYPE.fromBody(body)).isEqualTo(IMAGE).hasSameHashCodeAs(IMAGE);
  }

  @Test
  void everyZeroMessageIsReadBack() throws MessageFormatException {
    for (MessageType<?> type : KnownTypes.messages().values()) {
      assertZeroIsReadBack(type);
    }
  }

  private static <M> void assertZeroIsReadBack(MessageType<M> type) throws MessageFormatException {
    M zero = type.fromBody(ByteBuffer.allocate(500_000).limit(zeroSize(type)));

    assertThat(type.fromBody(type.toBody(zero))).isEqualTo(zero);
  }

  /** A message of zeros has no elements, so its size is the first at which reading succeeds. */
  private static int zeroSize(MessageType<?> type) {
    for (int size = 0; ; size++) {
      try {
        type.fromBody(ByteBuffer.allocate(size));
        return size;
      } catch (MessageFormatException tooShort) {
        assertThat(size).isLessThan(2000);
      }
    }
  }

  @Test
  void valuesAreEqualByContentAndShareNoArray() {
    double[] position = {1, 2};
    JointState state = JointState.builder().name("a", "b").position(position).build();
    position[0] = 9;
    state.position()[1] = 9;

    assertThat(state).isEqualTo(JointState.builder().name("a", "b").position(1, 2).build());
    assertThat(state).isNotEqualTo(state.toBuilder().position(1, 3).build());
    assertThat(IMAGE.data().isReadOnly()).isTrue();
  }

  @Test
  void smallMessagesHaveTheirValuesInOrder() {
    Twist twist = Twist.of(Vector3.of(0.5, 0, 0), Vector3.zero());

    assertThat(twist.linear().x()).isEqualTo(0.5);
    assertThat(twist)
        .hasToString(
            "Twist[linear=Vector3[x=0.5, y=0.0, z=0.0], angular=Vector3[x=0.0, y=0.0, z=0.0]]");
    assertThat(Quaternion.of(0, 0, 0, 1).w()).isEqualTo(1);
  }

  @Test
  void constantsKeepNameTypeAndValue() {
    int warn = Log.WARN;
    assertThat(warn).isEqualTo(4);
  }

  @Test
  void aServiceHasTheMd5OfBothHalves() {
    assertThat(Trigger.TYPE.name()).isEqualTo("std_srvs/Trigger");
    assertThat(Trigger.TYPE.md5()).isEqualTo("937c9679a518e3a18d831e57125ea522");
    assertThat(Trigger.TYPE.request().md5()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    assertThat(Trigger.TYPE.response().name()).isEqualTo("std_srvs/TriggerResponse");
  }

  @Test
  void refusesValuesTheWireCannotCarry() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Image.builder().width(-1))
        .withMessage("sensor_msgs/Image.width is 0 to 4294967295, got -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CameraInfo.builder().k(1, 2, 3))
        .withMessage("sensor_msgs/CameraInfo.K has 9 elements, got 3");
  }

  @Test
  void namesTheFieldThatBytesAreMissingFor() {
    ByteBuffer body = Image.TYPE.toBody(IMAGE);
    ByteBuffer cut = body.slice(0, body.limit() - 1);

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> Image.TYPE.fromBody(cut))
        .withMessage("sensor_msgs/Image.data: expected 6 bytes, found 5 bytes left");
  }
}
