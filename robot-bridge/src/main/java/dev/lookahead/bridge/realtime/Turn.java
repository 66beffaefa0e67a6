package dev.lookahead.bridge.realtime;

import dev.lookahead.planner.Policy;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
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
 * @param goals what is to be reached from now on; empty if that is what it was
 */
public record Turn(
    long tick,
    Observation seen,
    Action executedBefore,
    boolean asked,
    boolean interrupt,
    boolean forget,
    Optional<List<Goal>> goals) {

  /** Copies the goals. */
  public Turn {
    goals = goals.map(List::copyOf);
  }

  /** The same turn, only to be taken note of: a later one has come. */
  Turn unasked() {
    return new Turn(tick, seen, executedBefore, false, interrupt, forget, goals);
  }

  /**
   * The same turn after others were lost.
   *
   * @param lostGoals the newest of theirs
   */
  Turn forgetting(Optional<List<Goal>> lostGoals) {
    return new Turn(tick, seen, executedBefore, asked, interrupt, true, goals.or(() -> lostGoals));
  }

  /**
   * Has a policy take the turn; what was executed before has been told already.
   *
   * @return what it wants; empty if it was not asked
   */
  public Optional<Action> take(Policy policy) {
    goals.ifPresent(policy::pursue);
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
