package dev.lookahead.launch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchSettingsTest {

  @Test
  void withoutNamesEverythingIsWanted() {
    BenchSettings settings = new BenchSettings(List.of(), List.of(1), List.of(64), 1);
    assertThat(BenchSettings.NAMES).allMatch(settings::wants);
  }

  @Test
  void namesLeaveTheOthersOut() {
    BenchSettings settings = new BenchSettings(List.of("plan"), List.of(1), List.of(64), 1);
    assertThat(BenchSettings.NAMES.stream().filter(settings::wants)).containsExactly("plan");
  }

  @Test
  void anUnknownNameIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> new BenchSettings(List.of("plans"), List.of(1), List.of(64), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'plans'")
        .hasMessageContaining("simulator-steps");
  }

  @Test
  void widthsThatTheHeadsDoNotDivideAreRefused() {
    assertThatThrownBy(() -> new BenchSettings(List.of(), List.of(1), List.of(100), 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multiple of 32")
        .hasMessageContaining("100");
  }

  @Test
  void threadsAndSecondsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new BenchSettings(List.of(), List.of(0), List.of(64), 1))
        .hasMessageContaining("threads");
    assertThatThrownBy(() -> new BenchSettings(List.of(), List.of(1), List.of(64), 0))
        .hasMessageContaining("seconds");
  }
}
