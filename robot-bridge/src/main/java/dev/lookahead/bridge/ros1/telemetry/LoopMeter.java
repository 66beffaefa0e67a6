package dev.lookahead.bridge.ros1.telemetry;

import dev.lookahead.bridge.guard.GuardReason;
import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.PolicyCall;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * Counts and times the events of a loop, in bounded memory. Thread: the loop's, except for {@link
 * #latentDistance}.
 */
public final class LoopMeter implements Consumer<RealTimeEvent> {

  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(10);
  private static final int DIGITS = 2;
  private static final int LATE_PARTS = 4;

  private final long lateNanos;
  private final Map<LoopCount, LongSupplier> counted;
  private final Histogram planning = new Histogram(MOST_NANOS, DIGITS);
  private final Histogram reaction = new Histogram(MOST_NANOS, DIGITS);
  private final Map<LoopCount, Long> total = new EnumMap<>(LoopCount.class);
  private Map<LoopCount, Long> reported = Map.of();
  private OptionalLong receiptNanos = OptionalLong.empty();
  private SafetyState state = SafetyState.DISARMED;
  private Set<SafetyReason> reasons = Set.of();
  private OptionalDouble cost = OptionalDouble.empty();
  private volatile OptionalDouble latentDistance = OptionalDouble.empty();

  /**
   * @param periodNanos from one tick to the next; one that leaves a quarter of it late is counted
   * @param counted what others count, ever, such as images that were refused
   */
  public LoopMeter(long periodNanos, Map<LoopCount, LongSupplier> counted) {
    this.lateNanos = periodNanos / LATE_PARTS;
    this.counted = Map.copyOf(counted);
  }

  @Override
  public void accept(RealTimeEvent event) {
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    } else if (event instanceof RealTimeEvent.Called called) {
      called(called.call());
    } else if (event instanceof RealTimeEvent.Overran) {
      count(LoopCount.OVERRUNS);
    } else if (event instanceof RealTimeEvent.Paused) {
      count(LoopCount.PAUSES);
    } else if (event instanceof RealTimeEvent.LinkFailed) {
      count(LoopCount.LINK_FAILURES);
    }
  }

  private void ticked(ControlTick tick) {
    count(LoopCount.TICKS);
    if (tick.sendNanos() - tick.dueNanos() > lateNanos) {
      count(LoopCount.LATE_TICKS);
    }
    tick.received().ifPresent(this::seen);
    if (tick.step().sent().isPresent()) {
      count(LoopCount.COMMANDS);
      if (tick.step().sent().get().reasons().contains(GuardReason.OUT_OF_WORKSPACE)) {
        count(LoopCount.CORNERED);
      }
      receiptNanos.ifPresent(receipt -> record(reaction, tick.sendNanos() - receipt));
    }
    state = tick.step().state();
    reasons = tick.step().reasons();
    if (tick.offer().cost().isPresent()) {
      cost = tick.offer().cost();
    }
  }

  /** The port hands out the newest image again until there is another one. */
  private void seen(Sighting sighting) {
    OptionalLong receipt = OptionalLong.of(sighting.receiptNanos());
    if (!receipt.equals(receiptNanos)) {
      count(LoopCount.IMAGES);
      receiptNanos = receipt;
    }
  }

  private void called(PolicyCall call) {
    if (call.turn().asked()) {
      record(planning, call.endNanos() - call.startNanos());
    }
    if (call.failure().isPresent()) {
      count(LoopCount.POLICY_FAILURES);
    }
  }

  private void count(LoopCount what) {
    total.merge(what, 1L, Long::sum);
  }

  private static void record(Histogram histogram, long nanos) {
    histogram.recordValue(Math.max(0, Math.min(MOST_NANOS, nanos)));
  }

  /** How far from the goal the newest plan began, in the model's units. */
  public void latentDistance(float distance) {
    latentDistance = OptionalDouble.of(distance);
  }

  /**
   * Reports what happened since the last report, and begins a new interval.
   *
   * @param nowNanos on the loop's clock
   * @param intervalNanos since the last report, above 0
   */
  public LoopReport report(long nowNanos, long intervalNanos) {
    counted.forEach((what, count) -> total.put(what, count.getAsLong()));
    Map<LoopCount, Long> before = reported;
    Map<LoopCount, Long> recent = new EnumMap<>(LoopCount.class);
    total.forEach((what, count) -> recent.put(what, count - before.getOrDefault(what, 0L)));
    reported = Map.copyOf(total);
    LoopReport report =
        new LoopReport(
            intervalNanos,
            total,
            recent,
            Latencies.of(planning),
            Latencies.of(reaction),
            receiptNanos.isPresent()
                ? OptionalLong.of(nowNanos - receiptNanos.getAsLong())
                : OptionalLong.empty(),
            state,
            reasons,
            cost,
            latentDistance);
    planning.reset();
    reaction.reset();
    return report;
  }
}
