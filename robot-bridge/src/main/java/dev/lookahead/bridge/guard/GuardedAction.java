package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import java.util.Set;

/**
 * An action that may be sent.
 *
 * @param action finite, inside the limits
 * @param reasons why it differs from what was wanted; empty if it does not
 */
public record GuardedAction(Action action, Set<GuardReason> reasons) {

  /** Copies the reasons. */
  public GuardedAction {
    reasons = Set.copyOf(reasons);
  }

  /** Whether this is the safe action because nothing could be made of the wanted one. */
  public boolean replaced() {
    return reasons.stream().anyMatch(GuardReason::replaces);
  }
}
