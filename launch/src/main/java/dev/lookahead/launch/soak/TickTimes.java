package dev.lookahead.launch.soak;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** How late ticks leave, in bounded memory. Thread: the loop's; read when that has ended. */
final class TickTimes implements Consumer<RealTimeEvent> {

  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final int DIGITS = 3;

  private final long missNanos;
  private final long fromNanos;
  private final Histogram lateness = new Histogram(MOST_NANOS, DIGITS);
  private final Map<OfferSource, Long> sources = new EnumMap<>(OfferSource.class);
  private long misses;
  private long held;
  private long overruns;

  /**
   * @param periodNanos a tick that leaves a quarter of it late is missed
   * @param fromNanos what is before counts for nothing
   */
  TickTimes(long periodNanos, long fromNanos) {
    this.missNanos = periodNanos / 4;
    this.fromNanos = fromNanos;
  }

  @Override
  public void accept(RealTimeEvent event) {
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    } else if (event instanceof RealTimeEvent.Overran && lateness.getTotalCount() > 0) {
      overruns++;
    }
  }

  private void ticked(ControlTick tick) {
    if (tick.dueNanos() < fromNanos) {
      return;
    }
    long late = Math.max(0, tick.sendNanos() - tick.dueNanos());
    lateness.recordValue(Math.min(MOST_NANOS, late));
    misses += late > missNanos ? 1 : 0;
    held += tick.step().state() == SafetyState.ARMED ? 0 : 1;
    sources.merge(tick.source(), 1L, Long::sum);
  }

  long ticks() {
    return lateness.getTotalCount();
  }

  long misses() {
    return misses;
  }

  long held() {
    return held;
  }

  long overruns() {
    return overruns;
  }

  Map<OfferSource, Long> sources() {
    return Map.copyOf(sources);
  }

  long nanosAt(double percentile) {
    return lateness.getValueAtPercentile(percentile);
  }
}
