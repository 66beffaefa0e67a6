package dev.lookahead.planner.cem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.Returned;
import dev.lookahead.planner.distribution.Bounds;
import dev.lookahead.planner.distribution.StdEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CemConfigTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(CemConfig.defaults())
        .isEqualTo(
            new CemConfig(
                300,
                30,
                30,
                1,
                1,
                0.05f,
                0,
                0,
                0,
                Bounds.CLAMP,
                Returned.BEST_SEEN,
                StdEstimate.MAXIMUM_LIKELIHOOD,
                List.of()));
  }

  @Test
  void refusesMoreElitesThanSamples() {
    assertThatThrownBy(() -> config(10, 11, 1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("elites must be from 1 to 10, got 11");
  }

  @Test
  void refusesAFloorAboveTheStart() {
    assertThatThrownBy(() -> config(10, 5, 0.1f, 0.2f, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minStd must be from 0.0 to 0.1, got 0.2");
  }

  @Test
  void refusesASearchThatCannotMove() {
    assertThatThrownBy(() -> config(10, 5, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("initialStd");
    assertThatThrownBy(() -> config(10, 5, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("momentum");
  }

  private static CemConfig config(
      int samples, int elites, float initialStd, float minStd, float momentum) {
    return new CemConfig(
        samples,
        elites,
        10,
        1,
        initialStd,
        minStd,
        momentum,
        0,
        0,
        Bounds.CLAMP,
        Returned.BEST_SEEN,
        StdEstimate.MAXIMUM_LIKELIHOOD,
        List.of());
  }
}
