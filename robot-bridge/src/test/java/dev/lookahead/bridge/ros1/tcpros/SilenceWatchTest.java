package dev.lookahead.bridge.ros1.tcpros;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SilenceWatchTest {

  private static final long MILLIS = 1_000_000L;

  private final AtomicLong clock = new AtomicLong();
  private final SilenceWatch silence = new SilenceWatch(clock::get, true);

  private void messages(int count, long gapMillis) {
    for (int i = 0; i < count; i++) {
      clock.addAndGet(gapMillis * MILLIS);
      silence.heard();
      silence.messageComplete();
    }
  }

  private void quietFor(long millis) throws SilenceException {
    clock.addAndGet(millis * MILLIS);
    silence.quiet(new SocketTimeoutException());
  }

  @Test
  void silenceAfterASteadyRateMeansThatThePeerIsGone() {
    messages(20, 33);
    assertThatCode(() -> quietFor(1500)).doesNotThrowAnyException();
    assertThatThrownBy(() -> quietFor(1))
        .isInstanceOf(SilenceException.class)
        .hasMessage("the publisher fell silent for 1501 ms after a steady rate");
  }

  @Test
  void silenceWithoutARateMeansNothing() {
    assertThatCode(() -> quietFor(1_000_000)).doesNotThrowAnyException();
    messages(20, 600);
    assertThatCode(() -> quietFor(1_000_000)).doesNotThrowAnyException();
    messages(9, 33);
    assertThatCode(() -> quietFor(1_000_000)).doesNotThrowAnyException();
  }

  @Test
  void whereBurstsAreNormalOnlySilenceInsideAMessageCounts() throws Exception {
    SilenceWatch eventful = new SilenceWatch(clock::get, false);
    for (int i = 0; i < 20; i++) {
      eventful.heard();
      eventful.messageComplete();
    }
    clock.addAndGet(10_000 * MILLIS);
    eventful.quiet(new SocketTimeoutException());
    eventful.heard();
    clock.addAndGet(1501 * MILLIS);
    assertThatThrownBy(() -> eventful.quiet(new SocketTimeoutException()))
        .isInstanceOf(SilenceException.class);
  }

  @Test
  void silenceInsideAMessageMeansThatThePeerIsGone() {
    silence.heard();
    assertThatThrownBy(() -> quietFor(1501))
        .isInstanceOf(SilenceException.class)
        .hasMessage("the publisher fell silent for 1501 ms inside a message");
  }
}
