package dev.lookahead.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.config.ConfigNode.Mapping;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class YamlParserTest {

  @Test
  void anEmptyDocumentIsAnEmptyMapping() {
    assertThat(parse("# nothing here\n")).isInstanceOf(Mapping.class);
  }

  @Test
  void aRepeatedKeyIsRefusedWithBothLines() {
    assertThatThrownBy(() -> parse("steps: 1\nseed: 2\nsteps: 3\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "test.yaml:3: the key 'steps' is given twice, first at test.yaml:1; remove one");
  }

  @Test
  void anchorsTagsAndSecondDocumentsAreRefused() {
    assertThatThrownBy(() -> parse("a: &x 1\nb: *x\n")).hasMessageContaining("anchors");
    assertThatThrownBy(() -> parse("a: !!java.lang.Runtime {}\n")).hasMessageContaining("tags");
    assertThatThrownBy(() -> parse("a: 1\n---\nb: 2\n")).hasMessageContaining("second document");
  }

  @Test
  void brokenSyntaxIsRefusedWithItsLine() {
    assertThatThrownBy(() -> parse("a: 1\nb: [1, 2\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("not readable as YAML");
  }

  @Test
  void deepNestingAndLongFilesAreRefused() {
    assertThatThrownBy(() -> parse("a: " + "[".repeat(10_000)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("nested deeper than 32");
    assertThatThrownBy(() -> YamlParser.parse("test.yaml", new byte[(1 << 20) + 1]))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("at most 1048576 bytes");
  }

  @Test
  void bytesThatAreNoTextAreRefused() {
    assertThatThrownBy(() -> YamlParser.parse("test.yaml", new byte[] {'a', ':', (byte) 0xff}))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void damagedDocumentsGiveOnlyOneKindOfFailure() {
    byte[] good =
        "a: {b: [1, 2, x], c: 'q'}\nd: |\n  text\ne:\n  - f: 1\n  - ? g\n    : 2\n"
            .getBytes(StandardCharsets.UTF_8);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 5_000; i++) {
      byte[] damaged = good.clone();
      for (int k = 0; k < 3; k++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(YamlParser.parse("test.yaml", damaged)).isNotNull();
      } catch (ConfigException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }

  private static ConfigNode parse(String text) {
    return YamlParser.parse("test.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
