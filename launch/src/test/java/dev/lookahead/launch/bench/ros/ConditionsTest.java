package dev.lookahead.launch.bench.ros;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  @Test
  void aMachineWithOtherWorkIsSaidToBeSo() {
    assertThat(conditions(0.3, 2).isQuiet()).isTrue();
    assertThat(conditions(0.3, 2).text()).doesNotContain("other work");
    assertThat(conditions(0.9, 2).text()).contains("load average 0.90", "on 2 cores", "other work");
  }

  @Test
  void aSystemThatDoesNotTellItsLoadIsNotCalledQuiet() {
    assertThat(conditions(-1, 2).isQuiet()).isFalse();
  }

  @Test
  void aPublisherThatWasNotAskedForIsExplained() {
    Conditions conditions =
        new Conditions("lookahead", Optional.of("no g++"), 2, "Linux", "17", 0, 0);

    assertThat(conditions.text())
        .contains("published by lookahead", "not published by roscpp: no g++");
  }

  private static Conditions conditions(double load, int cores) {
    return new Conditions("roscpp", Optional.empty(), cores, "Linux", "17", load, load);
  }
}
