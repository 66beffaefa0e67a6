package dev.lookahead.planner.mpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MpcConfigTest {

  @Test
  void defaultsAreTheDocumentedOnes() {
    assertThat(MpcConfig.defaults())
        .isEqualTo(new MpcConfig(25, 5, WarmStart.REPEAT_LAST, 3, Long.MAX_VALUE, 3, true));
  }

  @Test
  void refusesToExecuteMoreThanIsPlanned() {
    assertThatThrownBy(() -> new MpcConfig(10, 11, WarmStart.NONE, 0, Long.MAX_VALUE, 0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("executeSteps must be from 1 to 10, got 11");
  }

  @Test
  void theShorterOfTwoDeadlinesHolds() {
    MpcConfig config = MpcConfig.defaults().withinBudget(80);
    assertThat(config.budgetNanos()).isEqualTo(80);
    assertThat(config.withinBudget(100)).isEqualTo(config);
    assertThat(config.withinBudget(80)).isEqualTo(MpcConfig.defaults().withinBudget(80));
  }

  @Test
  void refusesABudgetOfNothing() {
    assertThatThrownBy(() -> new MpcConfig(10, 1, WarmStart.NONE, 0, 0, 0, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("budgetNanos must be from 1");
  }
}
