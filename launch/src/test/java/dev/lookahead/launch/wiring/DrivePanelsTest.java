package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.ros1.telemetry.Latencies;
import dev.lookahead.bridge.ros1.telemetry.LoopCount;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.launch.report.CurveLog;
import dev.lookahead.launch.report.CurvePanel;
import dev.lookahead.launch.report.Scalar;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrivePanelsTest {

  private static final Latencies NEVER = new Latencies(0, 0, 0, 0);

  @Test
  void aLoopWithoutAGoalHasRatesAndNoPlans() {
    assertThat(DrivePanels.scalars(report(NEVER, OptionalDouble.empty())))
        .containsEntry("rate/ticks_hz", 10.0)
        .doesNotContainKeys("planning/p50_ms", "plan/cost", "reaction/p99_ms");
  }

  @Test
  void whatIsMeasuredIsDrawn() {
    LoopReport report =
        report(new Latencies(9, 41_000_000, 77_000_000, 80_000_000), OptionalDouble.of(3));
    CurveLog curves = new CurveLog();

    DrivePanels.scalars(report).forEach((tag, value) -> curves.accept(new Scalar(tag, 10, value)));
    DrivePanels.planScalars(report)
        .forEach((tag, value) -> curves.accept(new Scalar(tag, 10, value)));

    assertThat(DrivePanels.scalars(report)).containsEntry("planning/p99_ms", 77.0);
    assertThat(DrivePanels.of(curves))
        .extracting(CurvePanel::title)
        .containsExactly(
            "Latent distance to the goal",
            "Planning [ms]",
            "Rates [Hz]",
            "Not in time, each second");
  }

  @Test
  void aPlanIsMeasuredByTheTagsOfTheReport() {
    assertThat(DrivePanels.scalars(new DriveEvent.Planned(3, 7, 1)))
        .containsOnly(entry("plan/latent_distance", 3.0), entry("plan/cost", 7.0));
  }

  private static LoopReport report(Latencies planning, OptionalDouble distance) {
    Map<LoopCount, Long> ticks = Map.of(LoopCount.TICKS, 10L);
    return new LoopReport(
        1_000_000_000,
        ticks,
        ticks,
        planning,
        NEVER,
        OptionalLong.empty(),
        SafetyState.ARMED,
        Set.of(),
        OptionalDouble.empty(),
        distance);
  }
}
