package dev.lookahead.planner.mppi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.planner.Returned;
import org.junit.jupiter.api.Test;

class MppiConfigTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(MppiConfig.defaults())
        .isEqualTo(new MppiConfig(300, 30, 30, 1, 0.5f, 1, 0.05f, 0, 1, Returned.FINAL_MEAN));
  }

  @Test
  void refusesATemperatureOfZero() {
    assertThatThrownBy(() -> new MppiConfig(10, 10, 1, 1, 0, 1, 0, 0, 1, Returned.FINAL_MEAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("temperature must be from")
        .hasMessageContaining("got 0.0");
  }
}
