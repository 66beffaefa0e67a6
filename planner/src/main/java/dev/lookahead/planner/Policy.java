package dev.lookahead.planner;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.Observation;
import java.util.List;
import java.util.Optional;

/**
 * Chooses one action per environment step from what the robot senses: a planner on a world model, a
 * script, an operator. It never sees the state of a simulator.
 *
 * <p>Per environment step, exactly: one call of {@link #act} or {@link #observe}, then one of
 * {@link #executed}. If {@code act} or {@code observe} throws, {@code executed} is not called for
 * that step, and the policy begins again with the next observation, as if the robot had stood still
 * before it. One policy lives for one episode; one thread.
 */
@FunctionalInterface
public interface Policy {

  /**
   * The action to take now.
   *
   * @return empty if this policy cannot stand behind any action; the caller then sends its safe one
   */
  Optional<Action> act(Observation now);

  /** Takes note of an observation on a step that someone else decides. */
  default void observe(Observation now) {}

  /** Takes note of the action that was really sent, after limits and overrides. */
  default void executed(Action action) {}

  /**
   * Replaces what is to be reached: these goals, one after the other; none for no goal any more.
   * Between steps only. A policy that was made for one goal has no use for others.
   */
  default void pursue(List<Goal> goals) {}

  /**
   * The plan is not followed any more, because someone else decided or the robot was held: the next
   * action comes from a new one. Between steps only.
   */
  default void interrupt() {}

  /**
   * Time was lost or set anew, so that what comes does not follow on what was: begins again with
   * the next observation, as if the robot had stood still before it. Between steps only.
   */
  default void forget() {}

  /**
   * What this policy has in mind: while {@link #act} runs, the best plan found so far in it, if
   * any; after it, the plan that its action is the first of. May be called by any thread at any
   * time.
   */
  default Foresight foresight() {
    return Foresight.none();
  }
}
