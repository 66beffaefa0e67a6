package dev.lookahead.bridge.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

  private final VirtualTime time = new VirtualTime();
  private final List<String> log = new ArrayList<>();

  @Test
  void whatIsDueWhileOneSleepsHappensInTheOrderOfItsTime() {
    note(30, "third");
    note(10, "first");
    note(10, "second");
    note(41, "later");
    time.sleepUntil(40);

    assertThat(log).containsExactly("first 10", "second 10", "third 30");
    assertThat(time.nanos()).isEqualTo(40);
    time.sleepUntil(5);
    assertThat(time.nanos()).isEqualTo(40);
  }

  @Test
  void aTaskShowsAtItsEnd() {
    time.executor(() -> 25).execute(() -> log.add("done " + time.nanos()));
    time.sleepUntil(24);
    assertThat(log).isEmpty();
    time.sleepUntil(25);
    assertThat(log).containsExactly("done 25");
  }

  @Test
  void aFrozenProcessWakesUpAfterwardsWhileTheWorldGoesOn() {
    time.freeze(20, 100);
    note(50, "world");
    time.executor(() -> 30).execute(() -> log.add("task " + time.nanos()));
    time.sleepUntil(60);

    assertThat(time.nanos()).isEqualTo(120);
    assertThat(time.awake(19)).isEqualTo(19);
    assertThat(time.awake(120)).isEqualTo(120);
    time.sleepUntil(200);
    assertThat(log).containsExactly("world 50", "task 130");
  }

  private void note(long nanos, String name) {
    time.at(nanos, () -> log.add(name + " " + time.nanos()));
  }
}
