package dev.lookahead.bridge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResampleAxisTest {

  @Test
  void sharesAPixelAmongTheOutputsThatCoverIt() {
    ResampleAxis axis = new ResampleAxis(10, 3, 2);

    assertThat(axis.first(0)).isEqualTo(10);
    assertThat(axis.weights(0)).containsExactly(2 / 3f, 1 / 3f);
    assertThat(axis.first(1)).isEqualTo(11);
    assertThat(axis.weights(1)).containsExactly(1 / 3f, 2 / 3f);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "640, 224", "1920, 64", "224, 224", "7, 224", "1, 5", "8192, 1"})
  void weightsSumToOneAndStayInside(int source, int out) {
    ResampleAxis axis = new ResampleAxis(3, source, out);

    for (int i = 0; i < out; i++) {
      float sum = 0;
      for (float weight : axis.weights(i)) {
        sum += weight;
      }
      assertThat(sum).isCloseTo(1, within(1e-4f));
      assertThat(axis.first(i)).isBetween(3, 3 + source - 1);
      assertThat(axis.first(i) + axis.weights(i).length).isLessThanOrEqualTo(3 + source);
    }
  }

  @Test
  void theSameSizeIsACopy() {
    ResampleAxis axis = new ResampleAxis(0, 5, 5);

    for (int i = 0; i < 5; i++) {
      assertThat(axis.first(i)).isEqualTo(i);
      assertThat(axis.weights(i)).containsExactly(1);
    }
  }
}
