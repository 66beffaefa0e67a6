package dev.lookahead.bridge.ros1.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphNameTest {

  @ParameterizedTest
  @CsvSource({"//a///b/,/a/b", "/,/", "a/,a", "~x,~x", "/a/1,/a/1", "/rosparam-7,/rosparam-7"})
  void repeatedAndTrailingSlashesDoNotMatter(String written, String meant) {
    assertThat(GraphName.of(written)).hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1a", "a b", "a+b", "/a\n", "a~b", "\u00e9"})
  void whatRosWouldNotAcceptIsRefused(String text) {
    assertThatThrownBy(() -> GraphName.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a graph name must start with a letter, '/' or '~'");
  }

  @Test
  void aNameOfAnyLengthIsNotKept() {
    assertThatThrownBy(() -> GraphName.of("a".repeat(1025)))
        .hasMessage("a graph name must have at most 1024 characters, got one of 1025");
  }

  @Test
  void namesHaveParentsAndBaseNames() {
    assertThat(GraphName.of("/a/b").parent()).hasToString("/a");
    assertThat(GraphName.of("/a").parent()).isEqualTo(GraphName.ROOT);
    assertThat(GraphName.of("/a/b").baseName()).isEqualTo("b");
    assertThat(GraphName.of("/a/b").isWithin(GraphName.of("/a"))).isTrue();
    assertThat(GraphName.of("/ab").isWithin(GraphName.of("/a"))).isFalse();
    assertThat(GraphName.of("/a").isWithin(GraphName.ROOT)).isTrue();
  }
}
