package dev.lookahead.bridge.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CrashBudgetTest {

  private static final long SECOND = 1_000_000_000L;

  private final CrashBudget budget = new CrashBudget(3, Duration.ofSeconds(60));

  @Test
  void theThirdCrashInAMinuteIsOneTooMany() {
    assertThat(budget.isSpentBy(0)).isFalse();
    assertThat(budget.isSpentBy(30 * SECOND)).isFalse();
    assertThat(budget.isSpentBy(60 * SECOND)).isTrue();
  }

  @Test
  void crashesLongAgoDoNotCount() {
    for (long i = 0; i < 10; i++) {
      assertThat(budget.isSpentBy(i * 31 * SECOND)).isFalse();
    }
  }
}
