package dev.lookahead.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ControlLoopConfigTest {

  @Test
  void stopsAfterASecondByDefault() {
    assertThat(ControlLoopConfig.defaults()).isEqualTo(new ControlLoopConfig(1_000_000_000));
  }

  @Test
  void refusesNoTimeAtAll() {
    assertThatThrownBy(() -> new ControlLoopConfig(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lostNanos must be at least 1, got 0");
  }
}
