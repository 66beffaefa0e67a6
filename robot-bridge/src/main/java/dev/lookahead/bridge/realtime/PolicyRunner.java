package dev.lookahead.bridge.realtime;

import dev.lookahead.planner.Foresight;
import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Has a policy take its turns elsewhere, one at a time and in order. Nobody waits for it: turns
 * queue up while it is busy, and of those that have queued up only the newest is asked for an
 * action; the policy just takes note of the others.
 *
 * <p>Memory: every field is guarded by this object's monitor, which is never held while the policy
 * runs. What the policy wrote in one turn is visible to it in the next, on whatever thread, because
 * the monitor is released after the one and acquired before the other. {@link Policy#foresight} is
 * the only call made while another may be running.
 */
final class PolicyRunner {

  private final Policy policy;
  private final Executor executor;
  private final LongSupplier nanoClock;
  private final int backlogTurns;
  private final Deque<Turn> backlog = new ArrayDeque<>();
  private final List<PolicyCall> finished = new ArrayList<>();
  private OptionalLong underway = OptionalLong.empty();
  private Optional<PolicyCall> latest = Optional.empty();
  private boolean expectsExecuted;

  /**
   * @param executor runs one task at a time or more; never on the caller's thread
   * @param backlogTurns how many turns may queue up
   */
  PolicyRunner(Policy policy, Executor executor, LongSupplier nanoClock, int backlogTurns) {
    this.policy = policy;
    this.executor = executor;
    this.nanoClock = nanoClock;
    this.backlogTurns = backlogTurns;
  }

  /** Hands in the next turn; returns at once. */
  synchronized void submit(Turn turn) {
    Turn next = turn;
    if (backlog.size() >= backlogTurns) {
      Optional<List<Goal>> lostGoals =
          backlog.stream().map(Turn::goals).flatMap(Optional::stream).reduce((a, b) -> b);
      backlog.clear();
      next = turn.forgetting(lostGoals);
    }
    backlog.addLast(next);
    start();
  }

  /** The newest turn on which the policy was asked and has answered or failed. */
  synchronized Optional<PolicyCall> latest() {
    return latest;
  }

  /** The tick of the turn that the policy is at; empty if it is idle. */
  synchronized OptionalLong underway() {
    return underway;
  }

  /** What the policy has found so far in the turn of a tick; none if it is not at that turn. */
  Foresight foresight(long tick) {
    Foresight found = policy.foresight();
    synchronized (this) {
      // Asked afterwards: had the policy gone on to another turn, this would be of that one.
      boolean atIt = underway.isPresent() && underway.getAsLong() == tick;
      // It may not have begun: then this is what it had in mind before.
      boolean old = latest.isPresent() && latest.get().foresight().equals(found);
      return atIt && !old ? found : Foresight.none();
    }
  }

  /** The calls completed since this was asked last, in order. */
  synchronized List<PolicyCall> drainFinished() {
    List<PolicyCall> drained = List.copyOf(finished);
    finished.clear();
    return drained;
  }

  private synchronized void start() {
    if (underway.isEmpty() && !backlog.isEmpty()) {
      Turn first = backlog.removeFirst();
      Turn turn = backlog.isEmpty() ? first : first.unasked();
      underway = OptionalLong.of(turn.tick());
      executor.execute(() -> take(turn));
    }
  }

  private void take(Turn turn) {
    PolicyCall call = call(turn);
    synchronized (this) {
      underway = OptionalLong.empty();
      finished.add(call);
      if (turn.asked()) {
        latest = Optional.of(call);
      }
      start();
    }
  }

  private PolicyCall call(Turn turn) {
    long startNanos = nanoClock.getAsLong();
    Optional<Action> wanted = Optional.empty();
    Foresight foresight = Foresight.none();
    Optional<Throwable> failure = Optional.empty();
    try {
      if (expectsExecuted) {
        expectsExecuted = false;
        policy.executed(turn.executedBefore());
      }
      wanted = turn.take(policy);
      foresight = turn.asked() ? policy.foresight() : foresight;
      expectsExecuted = true;
    } catch (RuntimeException | Error e) {
      // Also errors: a device out of memory or a broken native library must not end the turns.
      failure = Optional.of(e);
    }
    return new PolicyCall(turn, wanted, foresight, failure, startNanos, nanoClock.getAsLong());
  }
}
