package dev.lookahead.sim;

import dev.lookahead.worldmodel.Action;

/**
 * A rule that knows the true state: the experts and random walks that collect data and frame the
 * results of planning from above and below. One instance serves one episode, because a rule may
 * remember; its randomness is handed to it when it is made.
 */
@FunctionalInterface
public interface ScriptedPolicy {

  /**
   * The next action, inside the action space unless the policy documents otherwise.
   *
   * @param state the current state of the world; only read
   * @param goal the goal state; only read
   */
  Action act(float[] state, float[] goal);
}
