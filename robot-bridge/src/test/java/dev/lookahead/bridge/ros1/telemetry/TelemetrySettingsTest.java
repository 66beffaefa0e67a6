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
    Duration late = Duration.ofMillis(25);
    assertThatThrownBy(() -> new TelemetrySettings(Duration.ZERO, "robot", late, "base_link"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("period must be from PT0.1S to PT1M, got PT0S");
    assertThatThrownBy(
            () -> new TelemetrySettings(Duration.ofSeconds(1), "robot", Duration.ZERO, "base_link"))
        .hasMessageStartingWith("late must be from");
    assertThatThrownBy(() -> new TelemetrySettings(Duration.ofSeconds(1), " ", late, "base_link"))
        .hasMessageContaining("must not be blank");
  }
}
