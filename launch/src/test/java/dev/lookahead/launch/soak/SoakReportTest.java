package dev.lookahead.launch.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoakReportTest {

  private static SoakReport report(double seconds, long misses, double slope, int threads) {
    return new SoakReport(
        seconds,
        100,
        misses,
        0,
        0,
        Map.of(),
        List.of(1L, 2L, 3L, 4L),
        slope,
        List.of(5, 6, threads),
        List.of(7, 8, 0));
  }

  @Test
  void whatIsOnTimeAndDoesNotGrowIsKept() {
    assertThat(report(1_000, 0, 0.9, 0).violations()).isEmpty();
  }

  @Test
  void lateTicksAndGrowthAreNot() {
    assertThat(report(1_000, 3, 1.5, 2).violations())
        .containsExactly(
            "3 ticks left more than a quarter of a period late",
            "resident memory grew by 1.50 MiB/h",
            "threads grew by 2");
  }

  @Test
  void memoryIsNotJudgedInAShortRun() {
    assertThat(report(100, 0, 500, 0).violations()).isEmpty();
  }

  @Test
  void lengthsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> SoakSettings.lasting(Duration.ofSeconds(1)))
        .hasMessageContaining("length must be from PT10S to PT720H, got PT1S");
  }
}
