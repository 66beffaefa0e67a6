package dev.lookahead.sim.fault;

import dev.lookahead.bridge.guard.GuardedAction;
import dev.lookahead.bridge.guard.SafetyMachine;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.worldmodel.Action;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happened in a trial.
 *
 * @param ticks all ticks from arming on
 * @param overruns how many turns of the policy were reported late
 * @param escaped what the robot port threw, which it may not; empty if nothing
 * @param fromNanos when the fault began
 * @param untilNanos when it ended
 * @param framePeriodNanos of the camera
 */
record TrialRecord(
    List<ControlTick> ticks,
    List<Long> overruns,
    Optional<String> escaped,
    long fromNanos,
    long untilNanos,
    LoopTiming timing,
    SafetyProfile profile,
    long framePeriodNanos) {

  TrialRecord {
    ticks = List.copyOf(ticks);
    overruns = List.copyOf(overruns);
  }

  /** Whether a tick sent anything but the action that stops the robot. */
  boolean moves(ControlTick tick) {
    Action safe = profile.safeAction().toStop(Optional.empty(), tick.step().next().lastSent());
    return tick.step().sent().map(GuardedAction::action).filter(a -> !a.equals(safe)).isPresent();
  }

  /** The age of the newest observation that counts, delay included, when a tick was sent. */
  long ageNanos(ControlTick tick) {
    return tick.step().next().watch().ageNanos(tick.sendNanos());
  }

  /** The first tick sent in a span of time that does not move the robot. */
  Optional<ControlTick> firstStanding(long fromNanos, long untilNanos) {
    return ticks.stream()
        .filter(tick -> tick.sendNanos() >= fromNanos && tick.sendNanos() < untilNanos)
        .filter(tick -> !moves(tick))
        .findFirst();
  }

  /** The first tick in the stopped state. */
  Optional<ControlTick> firstStopped() {
    return ticks.stream().filter(t -> t.step().state() == SafetyState.STOPPED).findFirst();
  }

  /** When the last observation that counts before a time was received. */
  long lastReceiptNanos(long beforeNanos) {
    return ticks.stream()
        .filter(tick -> tick.lookNanos() < beforeNanos)
        .map(tick -> tick.step().next())
        .map(SafetyMachine::watch)
        .flatMap(watch -> watch.newest().stream())
        .mapToLong(Sighting::receiptNanos)
        .max()
        .orElse(Long.MIN_VALUE);
  }
}
