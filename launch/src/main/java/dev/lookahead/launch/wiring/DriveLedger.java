package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.PolicyCall;
import dev.lookahead.bridge.realtime.RealTimeEvent;
import dev.lookahead.bridge.ros1.telemetry.Latencies;
import dev.lookahead.bridge.ros1.telemetry.LoopMeter;
import dev.lookahead.bridge.ros1.telemetry.LoopReport;
import dev.lookahead.launch.report.page.DriveReport.StateSpan;
import dev.lookahead.launch.report.page.DriveReport.TimeRow;
import dev.lookahead.planner.mpc.SubgoalEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/**
 * What a whole drive comes to, for its report: times, safety states, faults and goals, in memory
 * that does not grow with its length beyond {@value #MOST_SPANS} changes of state. Thread-safe; the
 * loop waits for nobody here, since reading begins when it has ended.
 */
final class DriveLedger implements Consumer<RealTimeEvent> {

  private static final int MOST_SPANS = 10_000;
  private static final int DIGITS = 2;
  private static final long MOST_NANOS = TimeUnit.MINUTES.toNanos(10);

  /** A tick that leaves later than this part of the period counts as late. */
  private static final int LATE_PARTS = 4;

  private final LoopTiming timing;
  private final LoopMeter meter;
  private final Histogram lateness = new Histogram(MOST_NANOS, DIGITS);
  private final Histogram intervals = new Histogram(MOST_NANOS, DIGITS);
  private final List<StateSpan> spans = new ArrayList<>();
  private final DriveFaults faults = new DriveFaults();
  private final DriveVisits visits = new DriveVisits();
  private Optional<StateSpan> current = Optional.empty();
  private long ticks;
  private long sentNanos;

  /** A drive that begins. */
  DriveLedger(LoopTiming timing) {
    this.timing = timing;
    this.meter = new LoopMeter(timing.periodNanos(), Map.of());
  }

  @Override
  public synchronized void accept(RealTimeEvent event) {
    meter.accept(event);
    faults.accept(event);
    if (event instanceof RealTimeEvent.Ticked ticked) {
      ticked(ticked.tick());
    } else if (event instanceof RealTimeEvent.Called called) {
      PolicyCall call = called.call();
      visits.called(call.turn().tick(), call.turn().goals(), call.turn().seen().frame());
    }
  }

  /** What happened on the way to a goal; told on the policy's thread, during a call. */
  synchronized void accept(SubgoalEvent event) {
    visits.progressed(event);
  }

  private void ticked(ControlTick tick) {
    lateness.recordValue(inRange(tick.sendNanos() - tick.dueNanos()));
    if (ticks > 0) {
      intervals.recordValue(inRange(tick.sendNanos() - sentNanos));
    }
    sentNanos = tick.sendNanos();
    ticks = tick.index() + 1;
    SafetyState state = tick.step().state();
    if (current.filter(span -> span.state() == state).isEmpty()) {
      endSpan(tick.index());
      List<String> why = tick.step().reasons().stream().sorted().map(DriveFaults::words).toList();
      current = Optional.of(new StateSpan(tick.index(), tick.index(), state, why));
    }
  }

  private void endSpan(long tick) {
    current
        .filter(span -> spans.size() < MOST_SPANS)
        .ifPresent(
            span -> spans.add(new StateSpan(span.startTick(), tick, span.state(), span.why())));
    current = Optional.empty();
  }

  private static long inRange(long nanos) {
    return Math.max(0, Math.min(MOST_NANOS, nanos));
  }

  /** The rhythm of the loop. */
  LoopTiming timing() {
    return timing;
  }

  /** How many ticks there were so far. */
  synchronized long ticks() {
    return ticks;
  }

  /** The states up to the last tick. */
  synchronized List<StateSpan> states() {
    endSpan(ticks);
    return List.copyOf(spans);
  }

  /** What kept the robot from moving. */
  DriveFaults faults() {
    return faults;
  }

  /** The ways to the goals. */
  DriveVisits visits() {
    return visits;
  }

  /** The whole drive as one interval. */
  synchronized LoopReport whole() {
    return meter.report(sentNanos, Math.max(1, ticks * timing.periodNanos()));
  }

  /** What took how long. */
  synchronized List<TimeRow> times(LoopReport whole) {
    long late = timing.periodNanos() / LATE_PARTS;
    return List.of(
        row("Command after it was due", lateness, Optional.of(late)),
        row("From one tick to the next", intervals, Optional.of(timing.periodNanos() + late)),
        row("Turn of the planner", whole.planning(), Optional.of(timing.planningNanos())),
        row("Image arrived to command sent", whole.reaction(), Optional.empty()));
  }

  private static TimeRow row(String what, Histogram of, Optional<Long> limit) {
    return new TimeRow(
        what,
        of.getTotalCount(),
        of.getValueAtPercentile(50),
        of.getValueAtPercentile(99),
        of.getMaxValue(),
        limit);
  }

  private static TimeRow row(String what, Latencies of, Optional<Long> limit) {
    return new TimeRow(what, of.count(), of.p50Nanos(), of.p99Nanos(), of.maxNanos(), limit);
  }
}
