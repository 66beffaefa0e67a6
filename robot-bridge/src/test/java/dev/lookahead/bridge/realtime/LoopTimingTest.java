package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopTimingTest {

  @Test
  void fiftyHertzPlansForSixteenOfTwentyMilliseconds() {
    assertThat(LoopTiming.ofHertz(50))
        .isEqualTo(new LoopTiming(20_000_000, 16_000_000, 3, 40_000_000, 64));
  }

  @ParameterizedTest
  @CsvSource({
    "999999, 1, 3, 2000000, 1, periodNanos",
    "1000000, 1000001, 3, 2000000, 1, planningNanos",
    "1000000, 1, 4, 2000000, 1, continuedTicks",
    "1000000, 1, 3, 1000000, 1, pauseNanos",
    "1000000, 1, 3, 2000000, 0, backlogTurns",
  })
  void refusesWhatIsOutOfRange(
      long period, long planning, int continued, long pause, int backlog, String name) {
    assertThatThrownBy(() -> new LoopTiming(period, planning, continued, pause, backlog))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be from");
  }
}
