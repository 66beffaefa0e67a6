package dev.lookahead.bridge.ros1.message.dynamic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.Mutation;
import dev.lookahead.bridge.ros1.message.RandomBody;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.message.definition.MessageCatalog;
import dev.lookahead.bridge.ros1.msg.KnownTypes;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DynamicMessageTest {

  private static DynamicType dynamic(MessageType<?> type) throws MessageFormatException {
    return DynamicType.of(type.name(), type.definition());
  }

  @Test
  void everyKnownTypeIsReadAndWrittenFromItsTextAlone() throws MessageFormatException {
    SplittableRandom random = new SplittableRandom(1);
    for (MessageType<?> known : KnownTypes.messages().values()) {
      DynamicType type = dynamic(known);
      assertThat(type.md5()).isEqualTo(known.md5());
      assertThat(type.definition()).isEqualTo(known.definition());
      MessageCatalog catalog = MessageCatalog.parse(known.name(), known.definition());
      RandomBody bodies = new RandomBody(catalog, random);
      for (int i = 0; i < 20; i++) {
        ByteBuffer body = ByteBuffer.wrap(bodies.of(known.name()));
        DynamicMessage message = type.fromBody(body);
        assertThat(type.toBody(message)).as("%s", message).isEqualTo(body);
        assertThat(type.fromBody(body)).isEqualTo(message).hasSameHashCodeAs(message);
      }
      assertThat(type.fromBody(type.toBody(type.zero()))).isEqualTo(type.zero());
    }
  }

  @Test
  void damagedBodiesAreReadOrRefused() throws MessageFormatException {
    SplittableRandom random = new SplittableRandom(2);
    DynamicType type = dynamic(JointState.TYPE);
    RandomBody bodies =
        new RandomBody(MessageCatalog.parse(type.name(), type.definition()), random);
    int refused = 0;
    for (int i = 0; i < 5000; i++) {
      try {
        DynamicMessage message =
            type.fromBody(ByteBuffer.wrap(Mutation.of(bodies.of(type.name()), random)));
        assertThat(type.toBody(message).remaining()).isEqualTo(type.size(message));
      } catch (MessageFormatException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(500);
  }

  @Test
  void pathsReachEveryValue() throws MessageFormatException {
    JointState state = JointState.builder().name("a", "b").position(1, 2.5).build();
    DynamicMessage message = dynamic(JointState.TYPE).fromBody(JointState.TYPE.toBody(state));

    assertThat(message.number("position[1]")).isEqualTo(2.5);
    assertThat(message.get("name")).isEqualTo(List.of("a", "b"));
    assertThat(message.get("header.stamp")).isEqualTo(RosTime.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.get("header.time"))
        .withMessage("std_msgs/Header has the fields [seq, stamp, frame_id], got 'time'");
    assertThatIllegalArgumentException().isThrownBy(() -> message.get("position[2]"));
    assertThatIllegalArgumentException().isThrownBy(() -> message.get("header[0]"));
    assertThatIllegalArgumentException().isThrownBy(() -> message.get("name.x"));
    assertThatIllegalArgumentException().isThrownBy(() -> message.number("header.frame_id"));
  }

  @Test
  void valuesAreSetByPathAndCheckedAgainstTheirType() throws MessageFormatException {
    DynamicMessage zero = dynamic(TwistStamped.TYPE).zero();

    DynamicMessage message =
        zero.with("twist.linear.x", 1).with("header.seq", 7).with("header.frame_id", "base");

    TwistStamped read = TwistStamped.TYPE.fromBody(message.type().toBody(message));
    assertThat(read.twist().linear().x()).isEqualTo(1);
    assertThat(read.header().seq()).isEqualTo(7);
    assertThat(read.header().frameId()).isEqualTo("base");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> zero.with("header.seq", -1))
        .withMessage("std_msgs/Header.seq is 0 to 4294967295, got -1");
    assertThatIllegalArgumentException().isThrownBy(() -> zero.with("header.seq", 1.5));
    assertThatIllegalArgumentException().isThrownBy(() -> zero.with("header.frame_id", 3));
    assertThatIllegalArgumentException().isThrownBy(() -> zero.with("twist", "fast"));
  }

  @Test
  void arraysAreSetAsAWhole() throws MessageFormatException {
    DynamicType type = DynamicType.of("a/A", "float32[2] pair\nuint8[] bytes\nint16[] shorts");

    DynamicMessage message =
        type.zero()
            .with("pair", List.of(1, 2.5))
            .with("bytes", ByteBuffer.wrap(new byte[] {1, 2}))
            .with("shorts", List.of(-3));

    assertThat(message).hasToString("A[pair=[1.0, 2.5], bytes=2 bytes, shorts=[-3]]");
    assertThat(type.fromBody(type.toBody(message))).isEqualTo(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> message.with("pair", List.of(1)))
        .withMessage("a/A.pair has 2 elements, got 1");
    assertThatIllegalArgumentException().isThrownBy(() -> message.with("pair[0]", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> message.with("bytes", List.of(1)));
  }

  @Test
  void refusesAFixedPartBeyondReason() {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> DynamicType.of("a/A", "uint8[100000000] huge"))
        .withMessage("a/A: expected a fixed part of at most 64 MiB, found 100000000 bytes");
  }
}
