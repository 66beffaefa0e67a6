package dev.lookahead.planner;

import java.util.Optional;

/**
 * What a policy would do from now on if it could not be asked again.
 *
 * @param actions from the step that is being decided on, itself included; empty if there is no plan
 * @param cost what the plan is predicted to cost; NaN if there is none
 * @param iterations how many iterations the latest search has made so far
 */
public record Foresight(Optional<ActionSequence> actions, float cost, int iterations) {

  /** No plan. */
  public static Foresight none() {
    return new Foresight(Optional.empty(), Float.NaN, 0);
  }
}
