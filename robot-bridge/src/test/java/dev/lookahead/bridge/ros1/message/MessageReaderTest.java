package dev.lookahead.bridge.ros1.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

  @Test
  void readsWhatTheWriterWrote() throws MessageFormatException {
    MessageWriter writer = new MessageWriter(ByteBuffer.allocate(200));
    writer.bool(true);
    writer.int8(200);
    writer.int16(60_000);
    writer.uint32(4_000_000_000L);
    writer.int64(-5);
    writer.float32(1.5f);
    writer.float64(-2.5);
    writer.time(new RosTime(4_000_000_000L, 7));
    writer.duration(new RosDuration(-1, 500));
    writer.string("Grüße 🤖");
    writer.count(2);
    writer.float64Array(new double[] {1, Double.NaN});
    writer.uint16Array(new int[] {65_535});
    writer.uint32Array(new long[] {4_294_967_295L});

    MessageReader reader = new MessageReader(writer.written());

    assertThat(reader.bool("a")).isTrue();
    assertThat(reader.uint8("b")).isEqualTo(200);
    assertThat(reader.uint16("c")).isEqualTo(60_000);
    assertThat(reader.uint32("d")).isEqualTo(4_000_000_000L);
    assertThat(reader.int64("e")).isEqualTo(-5);
    assertThat(reader.float32("f")).isEqualTo(1.5f);
    assertThat(reader.float64("g")).isEqualTo(-2.5);
    assertThat(reader.time("h")).isEqualTo(new RosTime(4_000_000_000L, 7));
    assertThat(reader.duration("i").toNanos()).isEqualTo(-999_999_500L);
    assertThat(reader.string("j")).isEqualTo("Grüße 🤖");
    assertThat(reader.float64Array("k")).containsExactly(1, Double.NaN);
    assertThat(reader.uint16Array("l", 1)).containsExactly(65_535);
    assertThat(reader.uint32Array("m", 1)).containsExactly(4_294_967_295L);
    reader.requireEnd("message");
  }

  @Test
  void bytesAreLittleEndian() throws MessageFormatException {
    ByteBuffer body = ByteBuffer.wrap(new byte[] {1, 0, 0, 0}).order(ByteOrder.BIG_ENDIAN);

    assertThat(new MessageReader(body).int32("x")).isEqualTo(1);
  }

  @Test
  void refusesALengthThatCannotFollowBeforeAllocatingForIt() {
    ByteBuffer body = ByteBuffer.wrap(new byte[] {-1, -1, -1, -1, 0});

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> new MessageReader(body).float64Array("position"))
        .withMessage("position: expected 34359738360 bytes, found 1 bytes left");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> new MessageReader(body).string("name"));
  }

  @Test
  void refusesBytesAfterTheEnd() {
    ByteBuffer body = ByteBuffer.wrap(new byte[3]);

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> new MessageReader(body).requireEnd("std_msgs/Empty"))
        .withMessage("std_msgs/Empty: expected the end of the message, found 3 bytes more");
  }

  @Test
  void replacesBytesThatAreNotUtf8() throws MessageFormatException {
    ByteBuffer body = ByteBuffer.wrap(new byte[] {2, 0, 0, 0, 'a', -1});

    assertThat(new MessageReader(body).string("name")).isEqualTo("a\uFFFD");
    assertThat(new MessageReader(body.asReadOnlyBuffer()).string("name")).isEqualTo("a\uFFFD");
  }

  @Test
  void viewsBytesWithoutCopyingThem() throws MessageFormatException {
    byte[] bytes = new byte[10];
    MessageReader reader = new MessageReader(ByteBuffer.wrap(bytes, 4, 6));

    ByteBuffer view = reader.view("data", 2);
    bytes[4] = 7;

    assertThat(view.get(0)).isEqualTo((byte) 7);
    assertThat(view.remaining()).isEqualTo(2);
    assertThat(reader.remaining()).isEqualTo(4);
  }
}
