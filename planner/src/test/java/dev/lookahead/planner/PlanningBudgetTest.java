package dev.lookahead.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlanningBudgetTest {

  private final FakeClock clock = new FakeClock();

  @Test
  void allowsWhatFitsIntoTheTimeLeft() {
    PlanningBudget budget = PlanningBudget.ofNanos(clock, 100);
    clock.advance(60);

    assertThat(budget.elapsedNanos()).isEqualTo(60);
    assertThat(budget.allows(40)).isTrue();
    assertThat(budget.allows(41)).isFalse();
  }

  @Test
  void allowsNothingOnceItIsSpent() {
    PlanningBudget budget = PlanningBudget.ofNanos(clock, 100);
    clock.advance(100);

    assertThat(budget.allows(0)).isFalse();
    assertThat(PlanningBudget.ofNanos(clock, 0).allows(0)).isFalse();
  }

  @Test
  void unlimitedAllowsEverythingAndStillMeasures() {
    PlanningBudget budget = PlanningBudget.unlimited(clock);
    clock.advance(1_000_000_000_000L);

    assertThat(budget.allows(Long.MAX_VALUE / 2)).isTrue();
    assertThat(budget.elapsedNanos()).isEqualTo(1_000_000_000_000L);
    assertThat(PlanningBudget.untimed().elapsedNanos()).isZero();
  }

  @Test
  void refusesANegativeBudget() {
    assertThatThrownBy(() -> PlanningBudget.ofNanos(clock, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("budgetNanos must be from 0")
        .hasMessageContaining("got -1");
  }
}
