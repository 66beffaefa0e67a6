package dev.lookahead.sim.fault;

import dev.lookahead.bridge.guard.SafetyReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.ControlTick;
import dev.lookahead.bridge.realtime.OfferSource;
import java.util.Optional;

/** What the loop owes in a fault, besides the {@link Invariants}. */
enum Promise {

  /** Nothing more: it may go on. */
  GOES_ON {
    @Override
    long boundNanos(TrialRecord trial) {
      return 0;
    }

    @Override
    Verdict judge(TrialRecord trial) {
      return Verdict.held(0);
    }
  },

  /** Nothing fails, so nothing may hold the robot. */
  KEEPS_MOVING {
    @Override
    long boundNanos(TrialRecord trial) {
      return 0;
    }

    @Override
    Verdict judge(TrialRecord trial) {
      return trial
          .firstStanding(0, Long.MAX_VALUE)
          .map(tick -> Verdict.broken(0, "held for no reason: " + tick.step().reasons()))
          .orElse(Verdict.held(0));
    }
  },

  /** Held within stale + T + 20 ms, stopped at lost, within a tick; moving again within 1 s. */
  HOLDS_WHEN_STALE {
    @Override
    long boundNanos(TrialRecord trial) {
      return trial.profile().observation().staleNanos()
          + trial.timing().periodNanos()
          + MARGIN_NANOS;
    }

    @Override
    Verdict judge(TrialRecord trial) {
      long lastReceipt = trial.lastReceiptNanos(trial.fromNanos());
      Optional<ControlTick> standing = trial.firstStanding(trial.fromNanos(), Long.MAX_VALUE);
      long fault = trial.untilNanos() - trial.fromNanos();
      if (standing.isEmpty()) {
        return fault > boundNanos(trial)
            ? Verdict.broken(fault, "it was never held")
            : Verdict.held(0);
      }
      long reaction = Math.max(0, standing.get().sendNanos() - trial.fromNanos());
      long lost = trial.profile().observation().lostNanos();
      Optional<Long> stopped = trial.firstStopped().map(tick -> tick.sendNanos() - lastReceipt);
      if (stopped.isEmpty() && fault > lost + 2 * trial.timing().periodNanos()) {
        return Verdict.broken(reaction, "it was never stopped");
      }
      if (stopped.isPresent() && Math.abs(stopped.get() - lost) > trial.timing().periodNanos()) {
        return Verdict.broken(
            reaction, "stopped %d ms after the last observation".formatted(millis(stopped.get())));
      }
      return recovers(trial, reaction);
    }
  },

  /** Whatever comes when: never moves on an observation older than stale; the worst such age. */
  NEVER_MOVES_WHEN_STALE {
    @Override
    long boundNanos(TrialRecord trial) {
      return trial.profile().observation().staleNanos();
    }

    @Override
    Verdict judge(TrialRecord trial) {
      long oldest =
          trial.ticks().stream().filter(trial::moves).mapToLong(trial::ageNanos).max().orElse(0);
      return recovers(trial, oldest);
    }
  },

  /** Held after ten frames with the pixels of the one before. */
  HOLDS_WHEN_STUCK {
    @Override
    long boundNanos(TrialRecord trial) {
      long frames = trial.profile().observation().stuckFrames() + 1L;
      long seen = Math.max(trial.framePeriodNanos(), trial.timing().periodNanos());
      return frames * (seen + trial.timing().periodNanos() / 2) + trial.timing().periodNanos();
    }

    @Override
    Verdict judge(TrialRecord trial) {
      long fault = trial.untilNanos() - trial.fromNanos();
      return trial
          .firstStanding(trial.fromNanos(), Long.MAX_VALUE)
          .map(tick -> recovers(trial, tick.sendNanos() - trial.fromNanos()))
          .orElse(
              fault > boundNanos(trial)
                  ? Verdict.broken(fault, "it was never held")
                  : Verdict.held(0));
    }
  },

  /** Held at the very tick that the policy fails for, within T of its observation. */
  HOLDS_AT_ONCE {
    @Override
    long boundNanos(TrialRecord trial) {
      return trial.timing().periodNanos();
    }

    @Override
    Verdict judge(TrialRecord trial) {
      for (ControlTick tick : trial.ticks()) {
        boolean failed = !tick.step().reasons().isEmpty();
        if (failed) {
          long reaction = tick.sendNanos() - tick.lookNanos();
          return trial.moves(tick)
              ? Verdict.broken(reaction, "it moved although the policy failed")
              : recovers(trial, reaction);
        }
      }
      return Verdict.broken(0, "it was never held");
    }
  },

  /** At most three ticks continued, then held; stopped 1 s after the last new plan. */
  CONTINUES_BRIEFLY {
    @Override
    long boundNanos(TrialRecord trial) {
      return (trial.timing().continuedTicks() + 1L) * trial.timing().periodNanos();
    }

    @Override
    Verdict judge(TrialRecord trial) {
      long planned = 0;
      long worst = 0;
      for (ControlTick tick : trial.ticks()) {
        boolean answered =
            tick.source() == OfferSource.ANSWER || tick.source() == OfferSource.BEST_SO_FAR;
        planned = answered || tick.offer().fresh() ? tick.sendNanos() : planned;
        long since = tick.sendNanos() - planned;
        worst = trial.moves(tick) ? Math.max(worst, since) : worst;
        long lost = trial.profile().settings().planLostNanos();
        boolean shallStop = since >= lost;
        if (shallStop && tick.step().state() != SafetyState.STOPPED) {
          return Verdict.broken(
              worst, "not stopped %d ms after the last plan".formatted(millis(since)));
        }
      }
      boolean onceEach = trial.overruns().stream().distinct().count() == trial.overruns().size();
      return onceEach && !trial.overruns().isEmpty()
          ? Verdict.held(worst)
          : Verdict.broken(worst, "overruns were counted " + trial.overruns());
    }
  },

  /** The first command after a pause is the safe one, and no plan from before is followed. */
  WAKES_STANDING {
    @Override
    long boundNanos(TrialRecord trial) {
      return 0;
    }

    @Override
    Verdict judge(TrialRecord trial) {
      Optional<ControlTick> first =
          trial.ticks().stream().filter(t -> t.sendNanos() >= trial.untilNanos()).findFirst();
      if (first.isEmpty() || !first.get().step().reasons().contains(SafetyReason.PAUSED)) {
        return Verdict.broken(0, "the pause went unnoticed");
      }
      long reaction = first.get().sendNanos() - trial.untilNanos();
      if (trial.moves(first.get())) {
        return Verdict.broken(reaction, "it moved right after the pause");
      }
      boolean oldPlan =
          trial.ticks().stream()
              .filter(tick -> tick.index() > first.get().index())
              .anyMatch(tick -> trial.moves(tick) && tick.offerTick() <= first.get().index());
      return oldPlan
          ? Verdict.broken(reaction, "it followed a plan from before the pause")
          : Verdict.held(reaction);
    }
  };

  private static final long MARGIN_NANOS = 20_000_000L;
  private static final long RECOVERY_NANOS = 1_000_000_000L;

  /** The longest reaction allowed. */
  abstract long boundNanos(TrialRecord trial);

  /** Whether it was kept; the bound is checked by the caller. */
  abstract Verdict judge(TrialRecord trial);

  /** Once all is well again, a robot that was not stopped moves within a second. */
  static Verdict recovers(TrialRecord trial, long reactionNanos) {
    if (trial.firstStopped().isPresent()) {
      return Verdict.held(reactionNanos);
    }
    return trial
        .firstStanding(trial.untilNanos() + RECOVERY_NANOS, Long.MAX_VALUE)
        .map(tick -> Verdict.broken(reactionNanos, "still held 1 s after the fault"))
        .orElse(Verdict.held(reactionNanos));
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
