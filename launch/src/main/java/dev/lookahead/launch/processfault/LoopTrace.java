package dev.lookahead.launch.processfault;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.bridge.runlog.LogLine;
import dev.lookahead.bridge.runlog.RecordedRun;
import dev.lookahead.bridge.runlog.TickLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a loop did after something happened to its planner.
 *
 * @param ticks of a run, in order
 */
record LoopTrace(List<TickLine> ticks) {

  /** Of what never happened. */
  static final long NEVER = Long.MAX_VALUE;

  /** Copies the list. */
  LoopTrace {
    ticks = List.copyOf(ticks);
  }

  /** Reads the log of a run. */
  static LoopTrace read(Path log) throws IOException {
    try (RecordedRun run = RecordedRun.open(log)) {
      return new LoopTrace(
          run.lines().stream().map(LogLine::tick).filter(Objects::nonNull).toList());
    }
  }

  /** The ticks that left before something else happened. */
  LoopTrace until(long nanos) {
    return new LoopTrace(ticks.stream().filter(tick -> tick.sendNanos() < nanos).toList());
  }

  /**
   * For how long, from the first tick without an answer in time, the robot was moved by an older
   * plan: until it was held, or the next answer came. Zero if no tick went without.
   */
  long withoutPlanNanos(long sinceNanos) {
    Optional<TickLine> missed = first(sinceNanos, tick -> tick.source() != OfferSource.ANSWER);
    if (missed.isEmpty()) {
      return 0;
    }
    return since(
        missed.get().dueNanos(),
        first(
            missed.get().sendNanos(),
            tick -> tick.state() != SafetyState.ARMED || tick.source() == OfferSource.ANSWER));
  }

  /** How long until an answer came in time after none did; zero if each did. */
  long untilAnswerNanos(long sinceNanos) {
    Optional<TickLine> missed = first(sinceNanos, tick -> tick.source() != OfferSource.ANSWER);
    if (missed.isEmpty()) {
      return 0;
    }
    return since(
        sinceNanos,
        first(
            missed.get().sendNanos(),
            tick -> tick.state() == SafetyState.ARMED && tick.source() == OfferSource.ANSWER));
  }

  /** How long until the stop was latched. */
  long untilStoppedNanos(long sinceNanos) {
    return since(sinceNanos, first(sinceNanos, tick -> tick.state() == SafetyState.STOPPED));
  }

  private Optional<TickLine> first(long sinceNanos, Predicate<TickLine> wanted) {
    return ticks.stream().filter(tick -> tick.sendNanos() >= sinceNanos).filter(wanted).findFirst();
  }

  private static long since(long fromNanos, Optional<TickLine> tick) {
    return tick.map(found -> found.sendNanos() - fromNanos).orElse(NEVER);
  }
}
