package dev.lookahead.bridge.guard;

import java.util.Optional;
import java.util.Set;

/**
 * What one tick came to.
 *
 * @param next the machine for the next tick
 * @param from the state before the tick
 * @param reasons everything that stands against moving, whether or not the robot was to move
 * @param sent what the robot gets; empty if nothing
 */
public record SafetyStep(
    SafetyMachine next, SafetyState from, Set<SafetyReason> reasons, Optional<GuardedAction> sent) {

  /** Copies the reasons. */
  public SafetyStep {
    reasons = Set.copyOf(reasons);
  }

  /** The state after the tick, in which the action was sent. */
  public SafetyState state() {
    return next.state();
  }
}
