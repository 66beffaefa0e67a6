package dev.lookahead.worldmodel.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NormalizerTest {

  @Test
  void axesAreStandardisedAndRestored() {
    Normalizer normalizer = new Normalizer(new float[] {1, -2}, new float[] {2, 4});
    float[] values = {5, 2, 1, -2};
    normalizer.normalize(values);
    assertThat(values).containsExactly(2, 1, 0, 0);
    normalizer.denormalize(values);
    assertThat(values).containsExactly(5, 2, 1, -2);
  }

  @Test
  void aStdOfZeroIsRefused() {
    assertThatThrownBy(() -> new Normalizer(new float[] {0, 0}, new float[] {1, 0}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("axis 1");
  }

  @Test
  void aRaggedGroupIsRefused() {
    assertThatThrownBy(() -> Normalizer.identity(2).normalize(new float[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("groups of 2, got 3");
  }
}
