package dev.lookahead.launch.bench.ros;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageStreamTest {

  @Test
  void sizeAndRateAreRead() {
    assertThat(ImageStream.parse("640x480@60")).isEqualTo(new ImageStream(640, 480, 60));
    assertThat(ImageStream.parse("640x480@60")).hasToString("640x480@60");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "640x480", "640x480@", "x480@60", "640x480@60Hz", "99999x1@1", "-1x1@1"})
  void anythingElseIsRefusedWithAnExample(String text) {
    assertThatThrownBy(() -> ImageStream.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("640x480@60, got '" + text + "'");
  }

  @Test
  void sizesAndRatesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> ImageStream.parse("0x480@60")).hasMessageContaining("got 0x480");
    assertThatThrownBy(() -> ImageStream.parse("9000x480@60")).hasMessageContaining("1 to 8192");
    assertThatThrownBy(() -> ImageStream.parse("640x480@0")).hasMessageContaining("got 0");
    assertThatThrownBy(() -> ImageStream.parse("640x480@1001")).hasMessageContaining("1 to 1000");
  }
}
