package dev.lookahead.sim.fault;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.Optional;

/** What holds at every tick, whatever fails. */
final class Invariants {

  private Invariants() {}

  /** What was violated first; empty if nothing was. */
  static Optional<String> violated(TrialRecord trial) {
    if (trial.escaped().isPresent()) {
      return trial.escaped().map(cause -> "it escaped: " + cause);
    }
    ActionSpace space = trial.profile().limits().space();
    boolean stopped = false;
    long lastStamp = Long.MIN_VALUE;
    for (ControlTick tick : trial.ticks()) {
      SafetyState state = tick.step().state();
      if (tick.step().sent().isPresent()
          && !space.contains(tick.step().sent().orElseThrow().action())) {
        return at(tick, "an action outside the limits was sent");
      }
      if (trial.moves(tick)) {
        if (trial.ageNanos(tick) > trial.profile().observation().staleNanos()) {
          return at(tick, "it moved on an observation that was stale");
        }
        if (tick.source() == OfferSource.CONTINUED
            && tick.index() - tick.offerTick() > trial.timing().continuedTicks()) {
          return at(tick, "it moved on a plan that was too old");
        }
      }
      boolean paused = tick.step().reasons().contains(SafetyReason.PAUSED);
      if (!paused && tick.sendNanos() != tick.dueNanos()) {
        return at(tick, "a command did not leave on time");
      }
      if (stopped && state != SafetyState.STOPPED) {
        return at(tick, "a stop was not latched");
      }
      stopped = state == SafetyState.STOPPED;
      long stamp = tick.step().next().newest().orElseThrow().stampNanos();
      if (stamp < lastStamp && tick.step().next().watch().clockChanges() == 0) {
        return at(tick, "an older observation replaced a newer one");
      }
      lastStamp = stamp;
    }
    return Optional.empty();
  }

  private static Optional<String> at(ControlTick tick, String what) {
    return Optional.of("at %d ms, %s".formatted(tick.sendNanos() / 1_000_000, what));
  }
}
