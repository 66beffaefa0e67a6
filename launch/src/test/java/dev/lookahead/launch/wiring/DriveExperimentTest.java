package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.isolated.IsolationSettings;
import dev.lookahead.config.ConfigException;
import dev.lookahead.config.ConfigLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriveExperimentTest {

  private static DriveExperiment drive(String... changes) {
    return ConfigLoader.bundled()
        .load("drive", "two-room-sim", List.of(changes), DriveExperiment.class);
  }

  @Test
  void thePlannerSharesTheProcessUnlessToldOtherwise() {
    assertThat(drive().isolation()).isEqualTo(new IsolationChoice.SharedChoice());
    assertThat(drive("isolation=strict").isolation())
        .isEqualTo(new IsolationChoice.StrictChoice(IsolationSettings.defaults()));
  }

  @Test
  void aPlannerMayNotCountAsHungWhileItIsInTime() {
    assertThatThrownBy(() -> drive("isolation=strict", "robot.link.controlPeriod=500ms"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("isolation.limits.hung must be at least")
        .hasMessageContaining("500 ms, got 400 ms");
  }
}
