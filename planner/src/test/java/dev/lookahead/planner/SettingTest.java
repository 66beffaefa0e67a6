package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SettingTest {

  @Test
  void bothEndsAreAllowed() {
    assertThatCode(
            () -> {
              Setting.inRange("n", 1, 1, 3);
              Setting.inRange("n", 3, 1, 3);
              Setting.inRange("x", 0f, 0f, 0.5f);
              Setting.inRange("x", 0.5f, 0f, 0.5f);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void theMessageNamesSettingValueAndRange() {
    assertThatThrownBy(() -> Setting.inRange("samples", 0, 1, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("samples must be from 1 to 3, got 0");
    assertThatThrownBy(() -> Setting.inRange("samples", 4, 1, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void notANumberIsOutsideEveryRange() {
    assertThatThrownBy(() -> Setting.inRange("std", Float.NaN, 0f, 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("std must be from 0.0 to 1.0, got NaN");
  }
}
