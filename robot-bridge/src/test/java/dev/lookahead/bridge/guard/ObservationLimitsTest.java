package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationLimitsTest {

  @Test
  void anObservationIsStaleAfterThreeFramesButNotBefore200Milliseconds() {
    assertThat(ObservationLimits.forCamera(Seen.nanos(100)))
        .isEqualTo(
            new ObservationLimits(
                Seen.nanos(300), Seen.nanos(1000), Seen.nanos(100), Seen.nanos(500), 10));
    assertThat(ObservationLimits.forCamera(Seen.nanos(33)).staleNanos()).isEqualTo(Seen.nanos(200));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 0, 'staleNanos must be at least 1, got 0'",
    "1, 0, 1, 1, 0, 'lostNanos must be at least 1, got 0'",
    "1, 2000000001, 1, 1, 0, 'lostNanos must be from 1 to 2000000000, got 2000000001'",
    "1, 1, -1, 1, 0, 'futureNanos must be at least 1, got -1'",
    "1, 1, 1, 0, 0, 'newClockNanos must be at least 1, got 0'",
    "1, 1, 1, 1, -1, 'stuckFrames must be at least 0, got -1'",
  })
  void refusesWhatIsOutOfRange(
      long stale, long lost, long future, long newClock, int stuck, String message) {
    assertThatThrownBy(() -> new ObservationLimits(stale, lost, future, newClock, stuck))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void takesTheEndsOfTheRanges() {
    assertThat(new ObservationLimits(1, 2_000_000_000L, 1, 1, 0).stuckFrames()).isZero();
    assertThat(new ObservationLimits(1, 1, 1, 1, 0).lostNanos()).isOne();
    assertThatThrownBy(() -> ObservationLimits.forCamera(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("framePeriodNanos must be at least 1, got 0");
  }
}
