package dev.lookahead.bridge.ros1.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StatusLineTest {

  @Test
  void oneLineSaysStateRatesLatenciesMissesAndWhatIsPredicted() {
    LoopReport report = LoopReports.of(SafetyState.ARMED, Set.of(), Map.of(LoopCount.OVERRUNS, 3L));

    assertThat(StatusLine.of(report))
        .isEqualTo(
            "ARMED | 10.0 Hz | camera 30.0 Hz 12 ms | plan 41/77 ms | missed 3 | cost 3.25"
                + " | distance 0.50");
  }

  @Test
  void aHoldNamesItsReasons() {
    LoopReport report =
        LoopReports.of(SafetyState.HOLD, Set.of(SafetyReason.STALE_OBSERVATION), Map.of());

    assertThat(StatusLine.of(report)).startsWith("HOLD (STALE_OBSERVATION) | ");
  }
}
