package dev.lookahead.bridge.realtime;

import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;
import java.util.Optional;

/**
 * What a policy is told at one tick.
 *
 * @param tick the index of the tick
 * @param seen the newest observation that counts
 * @param executedBefore what was really sent at the tick before
 * @param asked whether an action is wanted
 * @param interrupt whether the policy's plan was not followed at the tick before
 * @param forget whether time was lost or set anew since the tick before
 */
public record Turn(
    long tick,
    Observation seen,
    Action executedBefore,
    boolean asked,
    boolean interrupt,
    boolean forget) {

  /** The same turn, only to be taken note of: a later one has come. */
  Turn unasked() {
    return new Turn(tick, seen, executedBefore, false, interrupt, forget);
  }

  /** The same turn after others were lost. */
  Turn forgetting() {
    return new Turn(tick, seen, executedBefore, asked, interrupt, true);
  }

  /**
   * Has a policy take the turn; what was executed before has been told already.
   *
   * @return what it wants; empty if it was not asked
   */
  public Optional<Action> take(Policy policy) {
    if (forget) {
      policy.forget();
    } else if (interrupt) {
      policy.interrupt();
    }
    if (asked) {
      return policy.act(seen);
    }
    policy.observe(seen);
    return Optional.empty();
  }
}
