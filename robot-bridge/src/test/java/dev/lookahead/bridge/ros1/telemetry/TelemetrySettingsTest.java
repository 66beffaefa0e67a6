package dev.lookahead.bridge.ros1.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TelemetrySettingsTest {

  @Test
  void diagnosticsGoOutOnceASecondUnlessToldOtherwise() {
    assertThat(TelemetrySettings.defaults().period()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    assertThatThrownBy(() -> new TelemetrySettings(Duration.ZERO, "robot", "base_link"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period must be from PT0.1S to PT1M, got PT0S");
    assertThatThrownBy(() -> new TelemetrySettings(Duration.ofSeconds(1), " ", "base_link"))
        .hasMessageContaining("must not be blank");
  }
}
