package dev.lookahead.bridge.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestWinsTest {

  private final Deque<Runnable> queued = new ArrayDeque<>();
  private final List<Integer> taken = new ArrayList<>();
  private final NewestWins<Integer> slot = new NewestWins<>(queued::add, taken::add);

  @Test
  void whileNobodyTakesOnlyTheNewestWaitsAndOneTaskIsQueued() {
    for (int value = 0; value < 1_000; value++) {
      slot.offer(value);
    }

    assertThat(taken).isEmpty();
    assertThat(queued).hasSize(1);
    queued.remove().run();
    assertThat(taken).containsExactly(999);
  }

  @Test
  void whatIsOfferedAfterwardsIsTakenNext() {
    slot.offer(1);
    queued.remove().run();
    slot.offer(2);
    queued.remove().run();

    assertThat(taken).containsExactly(1, 2);
    assertThat(queued).isEmpty();
  }
}
