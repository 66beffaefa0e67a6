package dev.lookahead.bridge.ros1.message.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageDefinitionTest {

  @Test
  void readsFieldsConstantsAndComments() throws MessageFormatException {
    MessageDefinition definition =
        MessageDefinition.parse(
            "arm_msgs/Grip",
            """
            # how hard
            Header header   # the special case
            float64[9] K
            Finger[] fingers
            geometry_msgs/Pose  pose
            uint8 OPEN=1 # not closed
            string GREETING= hello # world
            char  c
            """);

    assertThat(definition.fields())
        .extracting(field -> field.type() + " " + field.name())
        .containsExactly(
            "std_msgs/Header header",
            "float64[9] K",
            "arm_msgs/Finger[] fingers",
            "geometry_msgs/Pose pose",
            "char c");
    assertThat(definition.constants())
        .containsExactly(
            new ConstantDefinition(BuiltinType.UINT8, "OPEN", "1"),
            new ConstantDefinition(BuiltinType.STRING, "GREETING", "hello # world"));
  }

  @Test
  void onlyAPlainHeaderIsSpecial() throws MessageFormatException {
    MessageDefinition definition = MessageDefinition.parse("arm_msgs/A", "Header[] headers");

    assertThat(definition.fields().get(0).type().element()).isEqualTo("arm_msgs/Header");
  }

  @ParameterizedTest
  @CsvSource({
    "int8 A=-128, -128",
    "uint8 A=255, 255",
    "byte A=-1, -1",
    "char A=200, 200",
    "uint64 A=18446744073709551615, -1",
    "int64 A = -9223372036854775808, -9223372036854775808",
  })
  void readsIntegerConstantsUpToTheirBounds(String line, long value) throws MessageFormatException {
    MessageDefinition definition = MessageDefinition.parse("a/A", line);

    assertThat(definition.constants().get(0).asLong()).isEqualTo(value);
  }

  @Test
  void readsFloatAndBoolConstants() throws MessageFormatException {
    MessageDefinition definition =
        MessageDefinition.parse(
            "a/A", "float32 X=-1.5e3\nfloat64 Y=inf\nbool T=True\nbool F=0\nfloat64 Z=.5");

    assertThat(definition.constants().get(0).asDouble()).isEqualTo(-1500);
    assertThat(definition.constants().get(1).asDouble()).isInfinite();
    assertThat(definition.constants().get(2).asBoolean()).isTrue();
    assertThat(definition.constants().get(3).asBoolean()).isFalse();
    assertThat(definition.constants().get(4).asDouble()).isEqualTo(0.5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int32",
        "int32 a b",
        "int32 1a",
        "int32[-1] a",
        "int32[2][2] a",
        "int32[99999999999] a",
        "a/b/C c",
        "int8 A=128",
        "uint8 A=-1",
        "uint8 A=",
        "uint8 =1",
        "=1",
        "Header A=1",
        "time T=1",
        "float32 F=1f",
        "int32 a\nint32 a",
        "int32 a\nint32 a=1",
      })
  void refusesALineThatIsNoDeclaration(String text) {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> MessageDefinition.parse("a/A", text))
        .withMessageStartingWith("a/A, line ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Image", "sensor_msgs/", "/Image", "a/b/C", "../x/Y"})
  void refusesANameWithoutAPackage(String name) {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> MessageDefinition.parse(name, ""));
  }

  @Test
  void aServiceNeedsItsSeparator() throws MessageFormatException {
    assertThat(ServiceDefinition.parse("a/S", "int8 x\n---\nint8 y").response().name())
        .isEqualTo("a/SResponse");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> ServiceDefinition.parse("a/S", "int8 x"))
        .withMessage("a/S: expected a line --- between request and response, found no such line");
  }
}
