package dev.lookahead.planner.icem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.Returned;
import org.junit.jupiter.api.Test;

class IcemConfigTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(IcemConfig.defaults())
        .isEqualTo(
            new IcemConfig(100, 10, 10, 1, 0.5f, 0, 0.1f, 2, 0.3f, 1.25f, 0, Returned.BEST_SEEN));
    assertThat(IcemConfig.defaults().keptCount()).isEqualTo(3);
  }

  @Test
  void refusesMoreElitesThanHalfTheSamples() {
    assertThatThrownBy(() -> new IcemConfig(10, 6, 1, 1, 1, 0, 0, 1, 0, 1, 0, Returned.BEST_SEEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("elites must be from 1 to 5, got 6");
  }

  @Test
  void refusesAGrowingPopulation() {
    assertThatThrownBy(
            () -> new IcemConfig(10, 5, 1, 1, 1, 0, 0, 1, 0, 0.9f, 0, Returned.BEST_SEEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("populationDecay must be from 1.0 to 10.0, got 0.9");
  }
}
