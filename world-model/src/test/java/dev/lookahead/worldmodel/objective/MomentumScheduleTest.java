package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MomentumScheduleTest {

  private final MomentumSchedule schedule = MomentumSchedule.over(1000);

  @Test
  void risesFromStartToEndAlongAHalfCosine() {
    assertThat(schedule.at(0)).isEqualTo(0.996f);
    assertThat(schedule.at(500)).isCloseTo(0.998f, within(1e-6f));
    assertThat(schedule.at(250)).isCloseTo(0.996586f, within(1e-6f));
    assertThat(schedule.at(1000)).isEqualTo(1f);
  }

  @Test
  void staysAtTheEnd() {
    assertThat(schedule.at(5000)).isEqualTo(1f);
  }

  @Test
  void aStartAboveTheEndIsRefused() {
    assertThatThrownBy(() -> new MomentumSchedule(0.9f, 0.8f, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0.9");
  }
}
