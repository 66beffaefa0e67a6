package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.guard.OperatorReports.Report;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OperatorReportsTest {

  private static final Optional<Report> NEVER = Optional.empty();
  private static final OperatorRules FREE = OperatorRules.defaults();
  private static final OperatorRules STRICT = new OperatorRules(true, true, Seen.nanos(500));

  @Test
  void withoutDevicesNothingIsDemandedUnlessTheyAreRequired() {
    assertThat(OperatorReports.none().reasons(0, FREE)).isEmpty();
    assertThat(OperatorReports.none().reasons(0, STRICT))
        .containsExactlyInAnyOrder(SafetyReason.E_STOP_SILENT, SafetyReason.DEADMAN_RELEASED);
  }

  @Test
  void anEmergencyStopStopsWhenPressedAndWhenItFallsSilent() {
    assertThat(eStop(true, 0)).containsExactly(SafetyReason.E_STOP);
    assertThat(eStop(false, 0)).isEmpty();
    assertThat(eStop(false, 500)).isEmpty();
    assertThat(eStop(false, 501)).containsExactly(SafetyReason.E_STOP_SILENT);
    assertThat(eStop(true, 501)).containsExactly(SafetyReason.E_STOP_SILENT);
  }

  @Test
  void aDeadmanSwitchMustBeHeldAndSaySo() {
    assertThat(deadman(true, 500)).isEmpty();
    assertThat(deadman(true, 501)).containsExactly(SafetyReason.DEADMAN_RELEASED);
    assertThat(deadman(false, 0)).containsExactly(SafetyReason.DEADMAN_RELEASED);
  }

  @Test
  void anOverrideCountsWhileItIsNew() {
    assertThat(override(true, 500)).containsExactly(SafetyReason.HUMAN_OVERRIDE);
    assertThat(override(true, 501)).isEmpty();
    assertThat(override(false, 0)).isEmpty();
  }

  @Test
  void refusesNoTimeAtAll() {
    assertThatThrownBy(() -> new OperatorRules(false, false, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("silentNanos must be at least 1, got 0");
    assertThat(FREE).isEqualTo(new OperatorRules(false, false, Seen.nanos(500)));
  }

  private static Set<SafetyReason> eStop(boolean on, long age) {
    return at(age, new OperatorReports(report(on), NEVER, NEVER));
  }

  private static Set<SafetyReason> deadman(boolean on, long age) {
    return at(age, new OperatorReports(NEVER, report(on), NEVER));
  }

  private static Set<SafetyReason> override(boolean on, long age) {
    return at(age, new OperatorReports(NEVER, NEVER, report(on)));
  }

  private static Set<SafetyReason> at(long age, OperatorReports reports) {
    return reports.reasons(Seen.nanos(1000 + age), FREE);
  }

  private static Optional<Report> report(boolean on) {
    return Optional.of(new Report(on, Seen.nanos(1000)));
  }
}
