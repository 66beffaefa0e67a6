package dev.lookahead.bridge.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pausesDoubleUpToFourSecondsAndStartAgainAfterASuccess() {
    Backoff backoff = new Backoff(new SplittableRandom(1));
    for (long most : new long[] {500, 1000, 2000, 4000, 4000, 4000}) {
      assertThat(backoff.next()).isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
    }
    backoff.reset();
    assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(500));
  }
}
