package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateScheduleTest {

  private final LearningRateSchedule schedule = new LearningRateSchedule(2f, 4, 104, 0.1f);

  @Test
  void warmupRisesInEqualStepsToThePeak() {
    assertThat(schedule.at(0)).isEqualTo(0.5f);
    assertThat(schedule.at(1)).isEqualTo(1f);
    assertThat(schedule.at(3)).isEqualTo(2f);
  }

  @Test
  void theCosineStartsAtThePeakPassesTheMiddleAndEndsAtTheFinalRate() {
    assertThat(schedule.at(4)).isEqualTo(2f);
    assertThat(schedule.at(54)).isCloseTo((2f + 0.2f) / 2, within(1e-6f));
    assertThat(schedule.at(104)).isEqualTo(0.2f);
    assertThat(schedule.at(1_000)).isEqualTo(0.2f);
  }

  @Test
  void theCosineOnlyFalls() {
    for (long step = 4; step < 104; step++) {
      assertThat(schedule.at(step + 1)).isLessThan(schedule.at(step));
    }
  }

  @Test
  void withoutWarmupTheFirstRateIsThePeak() {
    assertThat(new LearningRateSchedule(1f, 0, 10, 0f).at(0)).isEqualTo(1f);
  }

  @Test
  void badValuesAreRefusedByName() {
    assertRefused(Float.NaN, 0, 10, 0, "peak must be positive and finite, got NaN");
    assertRefused(0, 0, 10, 0, "peak must be positive and finite, got 0.0");
    assertRefused(1, 10, 10, 0, "warmupSteps must be in [0, 10), got 10");
    assertRefused(1, -1, 10, 0, "warmupSteps must be in [0, 10), got -1");
    assertRefused(1, 0, 0, 0, "totalSteps must be at least 1, got 0");
    assertRefused(1, 0, 10, 1.5f, "finalFraction must be in [0, 1], got 1.5");
  }

  private static void assertRefused(
      float peak, long warmup, long total, float finalFraction, String message) {
    assertThatThrownBy(() -> new LearningRateSchedule(peak, warmup, total, finalFraction))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
