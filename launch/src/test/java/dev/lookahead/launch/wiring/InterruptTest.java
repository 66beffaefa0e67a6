package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InterruptTest {

  @Test
  void theFirstRequestIsAWishAndEveryOtherIsAnOrder() {
    AtomicInteger first = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    Interrupt interrupt = new Interrupt(first::incrementAndGet, others::incrementAndGet);

    assertThat(interrupt.requested()).isFalse();
    interrupt.request();
    assertThat(interrupt.requested()).isTrue();
    interrupt.request();
    interrupt.request();

    assertThat(first).hasValue(1);
    assertThat(others).hasValue(2);
  }
}
