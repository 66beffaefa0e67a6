package dev.lookahead.bridge.ros1.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticArray;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.DiagnosticStatus;
import dev.lookahead.bridge.ros1.msg.diagnostic_msgs.KeyValue;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopDiagnosticsTest {

  private static final RosTime STAMP = new RosTime(7, 8);
  private final LoopDiagnostics diagnostics = new LoopDiagnostics("pilot", "rover 7", "two-room");

  @Test
  void aHealthyLoopIsOkInAllItsParts() {
    DiagnosticArray array = diagnostics.of(healthy(), STAMP);

    assertThat(array.header().stamp()).isEqualTo(STAMP);
    assertThat(array.status())
        .extracting(DiagnosticStatus::name)
        .containsExactly("pilot: loop", "pilot: camera", "pilot: planner", "pilot: safety");
    assertThat(array.status()).extracting(DiagnosticStatus::hardwareId).containsOnly("rover 7");
    assertThat(array.status())
        .extracting(DiagnosticStatus::level)
        .containsOnly(DiagnosticStatus.OK);
  }

  @Test
  void ratesAgesLatenciesAndTheModelAreAmongTheValues() {
    DiagnosticArray array = diagnostics.of(healthy(), STAMP);

    assertThat(value(array, "loop", "tick rate [Hz]")).isEqualTo("10.00");
    assertThat(value(array, "loop", "image to command p99 [ms]")).isEqualTo("97.00");
    assertThat(value(array, "camera", "image rate [Hz]")).isEqualTo("30.00");
    assertThat(value(array, "camera", "newest image age [ms]")).isEqualTo("12.00");
    assertThat(value(array, "camera", "images overtaken")).isEqualTo("0");
    assertThat(value(array, "planner", "model")).isEqualTo("two-room");
    assertThat(value(array, "planner", "planning p50 [ms]")).isEqualTo("41.00");
    assertThat(value(array, "planner", "plans not done in time")).isEqualTo("0");
    assertThat(value(array, "planner", "predicted cost")).isEqualTo("3.25");
    assertThat(value(array, "planner", "latent distance")).isEqualTo("0.50");
    assertThat(value(array, "safety", "state")).isEqualTo("ARMED");
  }

  @Test
  void whatIsWrongRaisesTheLevelOfItsPart() {
    assertThat(level("loop", Map.of(LoopCount.LATE_TICKS, 1L))).isEqualTo(DiagnosticStatus.WARN);
    assertThat(level("loop", Map.of(LoopCount.LINK_FAILURES, 1L)))
        .isEqualTo(DiagnosticStatus.ERROR);
    assertThat(level("camera", Map.of(LoopCount.IMAGES, 0L))).isEqualTo(DiagnosticStatus.STALE);
    assertThat(level("camera", Map.of(LoopCount.UNREADABLE, 1L))).isEqualTo(DiagnosticStatus.ERROR);
    assertThat(level("planner", Map.of(LoopCount.OVERRUNS, 1L))).isEqualTo(DiagnosticStatus.WARN);
    assertThat(level("planner", Map.of(LoopCount.POLICY_FAILURES, 1L)))
        .isEqualTo(DiagnosticStatus.ERROR);
  }

  @Test
  void aStopIsAnErrorThatNamesItsReasons() {
    LoopReport stopped =
        LoopReports.of(
            SafetyState.STOPPED,
            Set.of(SafetyReason.LOST_OBSERVATION, SafetyReason.E_STOP),
            Map.of());

    DiagnosticStatus safety = status(diagnostics.of(stopped, STAMP), "safety");

    assertThat(safety.level()).isEqualTo(DiagnosticStatus.ERROR);
    assertThat(safety.message()).isEqualTo("STOPPED: E_STOP, LOST_OBSERVATION");
  }

  private static LoopReport healthy() {
    return LoopReports.of(SafetyState.ARMED, Set.of(), Map.of());
  }

  private byte level(String part, Map<LoopCount, Long> counts) {
    LoopReport report = LoopReports.of(SafetyState.ARMED, Set.of(), counts);
    return status(diagnostics.of(report, STAMP), part).level();
  }

  private static DiagnosticStatus status(DiagnosticArray array, String part) {
    return array.status().stream()
        .filter(status -> status.name().endsWith(part))
        .findFirst()
        .orElseThrow();
  }

  private static String value(DiagnosticArray array, String part, String key) {
    return status(array, part).values().stream()
        .filter(value -> value.key().equals(key))
        .map(KeyValue::value)
        .findFirst()
        .orElseThrow();
  }
}
