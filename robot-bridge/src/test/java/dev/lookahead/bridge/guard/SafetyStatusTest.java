package dev.lookahead.bridge.guard;

import static dev.lookahead.bridge.guard.SafetySignal.ARM;
import static dev.lookahead.bridge.guard.SafetySignal.DISARM;
import static dev.lookahead.bridge.guard.SafetySignal.HOLD;
import static dev.lookahead.bridge.guard.SafetySignal.RESUME;
import static dev.lookahead.bridge.guard.SafetySignal.STOP;
import static dev.lookahead.bridge.guard.SafetyState.ARMED;
import static dev.lookahead.bridge.guard.SafetyState.DISARMED;
import static dev.lookahead.bridge.guard.SafetyState.STOPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SafetyStatusTest {

  @ParameterizedTest
  @CsvSource({
    "DISARMED, ARM, ARMED",
    "DISARMED, DISARM, DISARMED",
    "DISARMED, HOLD, DISARMED",
    "DISARMED, RESUME, DISARMED",
    "DISARMED, STOP, STOPPED",
    "ARMED, ARM, ARMED",
    "ARMED, DISARM, DISARMED",
    "ARMED, HOLD, ARMED",
    "ARMED, RESUME, ARMED",
    "ARMED, STOP, STOPPED",
    "HOLD, ARM, HOLD",
    "HOLD, DISARM, DISARMED",
    "HOLD, HOLD, HOLD",
    "HOLD, RESUME, HOLD",
    "HOLD, STOP, STOPPED",
    "STOPPED, ARM, STOPPED",
    "STOPPED, DISARM, DISARMED",
    "STOPPED, HOLD, STOPPED",
    "STOPPED, RESUME, STOPPED",
    "STOPPED, STOP, STOPPED",
  })
  void everySignalInEveryState(SafetyState from, SafetySignal signal, SafetyState to) {
    SafetyStatus heeded = in(from).heed(List.of(signal), true, 9);

    assertThat(heeded.state()).isEqualTo(to);
    assertThat(heeded.sinceNanos()).isEqualTo(from == to ? 5 : 9);
    assertThat(heeded.holdSignalled()).isEqualTo(signal == HOLD && from.engaged());
  }

  @ParameterizedTest
  @CsvSource({
    "DISARMED, NONE, DISARMED",
    "DISARMED, HOLD, DISARMED",
    "DISARMED, DISARM, DISARMED",
    "DISARMED, STOP, DISARMED",
    "ARMED, NONE, ARMED",
    "ARMED, HOLD, HOLD",
    "ARMED, DISARM, DISARMED",
    "ARMED, STOP, STOPPED",
    "HOLD, NONE, ARMED",
    "HOLD, HOLD, HOLD",
    "HOLD, DISARM, DISARMED",
    "HOLD, STOP, STOPPED",
    "STOPPED, NONE, STOPPED",
    "STOPPED, HOLD, STOPPED",
    "STOPPED, DISARM, STOPPED",
    "STOPPED, STOP, STOPPED",
  })
  void everyDemandInEveryState(SafetyState from, Demand demand, SafetyState to) {
    SafetyStatus demanded = in(from).demanded(demand, 9);

    assertThat(demanded.state()).isEqualTo(to);
    assertThat(demanded.sinceNanos()).isEqualTo(from == to ? 5 : 9);
  }

  @ParameterizedTest
  @EnumSource(SafetyState.class)
  void armingMayBeRefused(SafetyState from) {
    assertThat(in(from).heed(List.of(ARM), false, 9)).isEqualTo(in(from));
  }

  @Test
  void aStopAmongOtherSignalsWins() {
    assertThat(in(ARMED).heed(List.of(STOP, DISARM, ARM), true, 9).state()).isEqualTo(STOPPED);
    assertThat(in(DISARMED).heed(List.of(ARM, STOP), true, 9).state()).isEqualTo(STOPPED);
  }

  @Test
  void aHoldIsForgottenOnTheWayToMotion() {
    SafetyStatus held = in(ARMED).heed(List.of(HOLD), true, 6);

    assertThat(held.heed(List.of(RESUME), true, 7).holdSignalled()).isFalse();
    assertThat(held.heed(List.of(DISARM, ARM), true, 7).holdSignalled()).isFalse();
    assertThat(held.heed(List.of(STOP), true, 7).holdSignalled()).isFalse();
    assertThat(held.demanded(Demand.HOLD, 7).holdSignalled()).isTrue();
    assertThat(in(DISARMED).heed(List.of(ARM, HOLD), true, 7).holdSignalled()).isTrue();
  }

  @Test
  void theMostSevereDemandWins() {
    assertThat(Demand.of(Set.of())).isEqualTo(Demand.NONE);
    assertThat(Demand.of(Set.of(SafetyReason.PAUSED, SafetyReason.HUMAN_OVERRIDE)))
        .isEqualTo(Demand.DISARM);
    assertThat(Demand.of(Set.of(SafetyReason.HUMAN_OVERRIDE, SafetyReason.E_STOP)))
        .isEqualTo(Demand.STOP);
  }

  private static SafetyStatus in(SafetyState state) {
    return new SafetyStatus(state, 5, false);
  }
}
