package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.isolated.IsolationSettings;
import dev.lookahead.config.ConfigException;
import dev.lookahead.config.ConfigLoader;
import dev.lookahead.planner.mpc.SubgoalSettings;
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
  void subgoalsAreSwitchedByEnergyOrByStepsAndOldSettingsStillMeanEnergy() {
    assertThat(drive().subgoals()).isEqualTo(SubgoalSettings.ByEnergy.defaults());
    assertThat(drive("subgoals.reachedDistance=0.5").subgoals())
        .isEqualTo(new SubgoalSettings.ByEnergy(0.5f, 2, 200));
    assertThat(drive("subgoals.type=by-steps").subgoals())
        .isEqualTo(new SubgoalSettings.BySteps(List.of(4, 10, 4)));
    assertThat(drive("subgoals={type: by-steps, steps: [7, 2]}").subgoals())
        .isEqualTo(new SubgoalSettings.BySteps(List.of(7, 2)));
  }

  @Test
  void aPlannerMayNotCountAsHungWhileItIsInTime() {
    assertThatThrownBy(() -> drive("isolation=strict", "robot.link.controlPeriod=500ms"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("isolation.limits.hung must be at least")
        .hasMessageContaining("500 ms, got 400 ms");
  }
}
