package dev.lookahead.bridge.ros2.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lookahead.bridge.recording.log.MessageEncoding;
import dev.lookahead.bridge.recording.log.RecordedTopic;
import dev.lookahead.bridge.recording.log.TopicCodec;
import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.dynamic.DynamicMessage;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CdrTest {

  private static final String SEPARATOR = "=".repeat(80) + "\n";

  private static TopicCodec codec(String definition) throws MessageFormatException {
    return TopicCodec.of(
        RecordedTopic.of("/t", "my_msgs/msg/Thing", MessageEncoding.CDR, definition));
  }

  private static ByteBuffer bytes(String hex) {
    return ByteBuffer.wrap(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  @Test
  void numbersLieAtMultiplesOfTheirSizeAfterTheEncapsulation() throws MessageFormatException {
    TopicCodec codec = codec("uint8 a\nfloat64 b\nstring c\nuint16 d\nint32[] e\n");
    DynamicMessage message =
        codec
            .type()
            .zero()
            .with("a", 1)
            .with("b", 2.0)
            .with("c", "hi")
            .with("d", 3)
            .with("e", List.of(4));
    String expected =
        "00010000 01 00000000000000 0000000000000040 03000000 686900 00 0300 0000"
            + " 01000000 04000000";

    assertThat(codec.encode(message)).isEqualTo(bytes(expected));
    assertThat(codec.decode(bytes(expected))).isEqualTo(message);
  }

  @Test
  void bigEndianAndTheSecondVersionAreRead() throws MessageFormatException {
    TopicCodec codec = codec("uint8 a\nfloat64 b\n");

    assertThat(codec.decode(bytes("00000000 01 00000000000000 4000000000000000")).number("b"))
        .isEqualTo(2.0);
    assertThat(codec.decode(bytes("00070000 01 000000 0000000000000040")).number("b"))
        .isEqualTo(2.0);
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> codec.decode(bytes("00030000 01 000000")))
        .withMessageContaining("plain CDR");
  }

  @Test
  void theDialectOfRos2IsUnderstood() throws MessageFormatException {
    TopicCodec codec =
        codec(
            """
            # A comment
            std_msgs/Header header
            int32 LIMIT=5 # a constant
            string NAME="x = y"
            bool FLAG=true
            string<=10 label "none"
            float32[<=3] few
            int32[2] pair [1, 2]
            bool on true
            my_msgs/msg/Empty nothing
            """
                + SEPARATOR
                + "MSG: std_msgs/Header\nbuiltin_interfaces/Time stamp\nstring frame_id\n"
                + SEPARATOR
                + "MSG: builtin_interfaces/Time\nint32 sec\nuint32 nanosec\n"
                + SEPARATOR
                + "MSG: my_msgs/msg/Empty\n");
    DynamicMessage message =
        codec.type().zero().with("header.stamp.sec", 7).with("few", List.of(1, 2)).with("on", true);

    assertThat(codec.type().fieldNames())
        .containsExactly("header", "label", "few", "pair", "on", "nothing");
    assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    assertThat(codec.decode(codec.encode(message)).number("header.stamp.sec")).isEqualTo(7);
  }

  @Test
  void lengthsAreCheckedBeforeAnythingIsAllocated() throws MessageFormatException {
    TopicCodec codec = codec("float64[] values\n");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> codec.decode(bytes("00010000 ffffffff 00000000")))
        .withMessageContaining("values");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> codec.decode(bytes("0001")));
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> codec.decode(bytes("00010000 00000000 0000000000000000 00")))
        .withMessageContaining("the end of the message");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> codec("wstring text\n"))
        .withMessageContaining("wstring");
  }
}
