package dev.lookahead.launch.processfault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.bridge.runlog.TickLine;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoopTraceTest {

  private static TickLine tick(long millis, OfferSource source, SafetyState state) {
    return new TickLine(
        0, null, 0, millis, millis, List.of(), null, null, null, Set.of(), null, null, true, source,
        0, 0, state, Set.of(), null, Set.of());
  }

  @Test
  void aPlanIsMissedFromTheFirstTickWithoutAnAnswerUntilTheHold() {
    LoopTrace trace =
        new LoopTrace(
            List.of(
                tick(100, OfferSource.NONE, SafetyState.HOLD),
                tick(200, OfferSource.ANSWER, SafetyState.ARMED),
                tick(300, OfferSource.CONTINUED, SafetyState.ARMED),
                tick(400, OfferSource.NONE, SafetyState.HOLD),
                tick(500, OfferSource.ANSWER, SafetyState.ARMED)));

    assertThat(trace.withoutPlanNanos(150)).isEqualTo(100);
    assertThat(trace.untilAnswerNanos(150)).isEqualTo(350);
    assertThat(trace.untilStoppedNanos(150)).isEqualTo(LoopTrace.NEVER);
  }

  @Test
  void whereEachTickHasItsAnswerNothingIsMissed() {
    LoopTrace trace = new LoopTrace(List.of(tick(100, OfferSource.ANSWER, SafetyState.ARMED)));

    assertThat(trace.withoutPlanNanos(0)).isZero();
    assertThat(trace.untilAnswerNanos(0)).isZero();
  }

  @Test
  void whatALaterFaultCostIsNotCountedForTheEarlierOne() {
    LoopTrace trace =
        new LoopTrace(
            List.of(
                tick(100, OfferSource.ANSWER, SafetyState.ARMED),
                tick(200, OfferSource.ANSWER, SafetyState.ARMED),
                tick(300, OfferSource.CONTINUED, SafetyState.ARMED),
                tick(400, OfferSource.NONE, SafetyState.HOLD)));

    assertThat(trace.untilAnswerNanos(100)).isEqualTo(LoopTrace.NEVER);
    assertThat(trace.until(250).untilAnswerNanos(100)).isZero();
    assertThat(trace.until(250).withoutPlanNanos(100)).isZero();
  }
}
