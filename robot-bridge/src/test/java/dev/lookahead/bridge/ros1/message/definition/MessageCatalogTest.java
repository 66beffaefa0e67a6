package dev.lookahead.bridge.ros1.message.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageCatalogTest {

  private static MessageCatalog catalog(String... namesAndTexts) throws MessageFormatException {
    List<MessageDefinition> definitions = new ArrayList<>();
    for (int i = 0; i < namesAndTexts.length; i += 2) {
      definitions.add(MessageDefinition.parse(namesAndTexts[i], namesAndTexts[i + 1]));
    }
    return MessageCatalog.of(definitions);
  }

  @Test
  void md5LeavesOutCommentsPutsConstantsFirstAndReplacesTypesByTheirMd5()
      throws MessageFormatException {
    String vector = "float64 x\nfloat64 y\nfloat64 z";
    MessageCatalog plain = catalog("g/V", vector, "g/T", "uint8 A=1\nV linear\nV angular");
    MessageCatalog noisy =
        catalog(
            "g/V",
            "# a vector\n" + vector + "  # up\n",
            "g/T",
            "\nV   linear\nV angular\nuint8  A = 1 # one");

    assertThat(noisy.md5("g/T")).isEqualTo(plain.md5("g/T"));
    assertThat(catalog("g/V", vector, "g/T", "V linear\nV angular").md5("g/T"))
        .isEqualTo("9f195f881246fdfa2798d1d3eebca84a");
  }

  @Test
  void fullTextIsReadBackAsTheSameCatalog() throws MessageFormatException {
    MessageCatalog catalog =
        catalog("a/A", "b/B[] b\nC c\n", "b/B", "a/C c\nint8 x", "a/C", "string s\n\n");

    String text = catalog.fullText("a/A");
    MessageCatalog again = MessageCatalog.parse("a/A", text);

    assertThat(text)
        .isEqualTo(
            "b/B[] b\nC c\n\n"
                + "=".repeat(80)
                + "\nMSG: b/B\na/C c\nint8 x\n"
                + "=".repeat(80)
                + "\nMSG: a/C\nstring s\n\n");
    assertThat(again.md5("a/A")).isEqualTo(catalog.md5("a/A"));
    assertThat(again.fullText("a/A")).isEqualTo(text);
  }

  @Test
  void knowsTheFewestBytesOfAMessage() throws MessageFormatException {
    MessageCatalog catalog = catalog("a/A", "B[3] b\nB[] c\nstring d", "a/B", "float32 x\ntime t");

    assertThat(catalog.minimumSize("a/A")).isEqualTo(3 * 12 + 4 + 4);
  }

  @Test
  void refusesTypesThatAreMissingTwiceThereOrContainThemselves() {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> catalog("a/A", "B b"))
        .withMessage("a/A.b: expected a type that is defined, found a/B");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> catalog("a/A", "B b", "a/B", "A[] a"))
        .withMessageContaining("do not contain themselves");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> catalog("a/A", "", "a/A", ""));
  }

  @Test
  void refusesArraysOfElementsWithoutBytes() {
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> catalog("a/A", "B[] b", "a/B", ""))
        .withMessageContaining("at least one byte");
  }

  @Test
  void refusesNestingAndSizesBeyondReason() {
    List<String> deep = new ArrayList<>();
    List<String> wide = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      deep.addAll(List.of("a/T" + i, "T%d t".formatted(i + 1)));
      wide.addAll(List.of("a/T" + (900 - i), "T%d a\nT%d b".formatted(899 - i, 899 - i)));
    }
    deep.addAll(List.of("a/T99", "int8 x"));
    wide.addAll(List.of("a/T801", "int8[999999999] x"));

    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> catalog(deep.toArray(String[]::new)))
        .withMessageContaining("at most 64 nested types");
    assertThatExceptionOfType(MessageFormatException.class)
        .isThrownBy(() -> catalog(wide.toArray(String[]::new)));
  }
}
