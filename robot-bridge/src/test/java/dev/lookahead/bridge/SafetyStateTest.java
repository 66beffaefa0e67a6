package dev.lookahead.bridge;

import static dev.lookahead.bridge.SafetyState.ARMED;
import static dev.lookahead.bridge.SafetyState.DISARMED;
import static dev.lookahead.bridge.SafetyState.HOLD;
import static dev.lookahead.bridge.SafetyState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyStateTest {

  @ParameterizedTest
  @CsvSource({
    "DISARMED, ARMED, DISARMED, DISARMED, DISARMED, STOPPED",
    "ARMED,    ARMED, DISARMED, HOLD,     ARMED,    STOPPED",
    "HOLD,     HOLD,  DISARMED, HOLD,     ARMED,    STOPPED",
    "STOPPED,  STOPPED, DISARMED, STOPPED, STOPPED, STOPPED"
  })
  void everyTransitionIsAsInThisTable(
      SafetyState from,
      SafetyState arm,
      SafetyState disarm,
      SafetyState hold,
      SafetyState resume,
      SafetyState stop) {
    assertThat(from.after(SafetySignal.ARM)).isEqualTo(arm);
    assertThat(from.after(SafetySignal.DISARM)).isEqualTo(disarm);
    assertThat(from.after(SafetySignal.HOLD)).isEqualTo(hold);
    assertThat(from.after(SafetySignal.RESUME)).isEqualTo(resume);
    assertThat(from.after(SafetySignal.STOP)).isEqualTo(stop);
  }

  @ParameterizedTest
  @EnumSource(SafetySignal.class)
  void onlyDisarmingAndArmingLeadFromAStopToMotion(SafetySignal signal) {
    assertThat(STOPPED.after(signal)).isIn(STOPPED, DISARMED);
    assertThat(DISARMED.after(signal)).isNotEqualTo(HOLD);
    assertThat(HOLD.after(signal) == ARMED).isEqualTo(signal == SafetySignal.RESUME);
  }
}
