package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a policy offers for one tick.
 *
 * @param wanted anything; empty if it offers nothing
 * @param cost what its plan is predicted to cost; empty if it does not plan
 * @param fresh whether it comes from a plan that nothing was offered from before
 */
public record Offer(Optional<Action> wanted, OptionalDouble cost, boolean fresh) {

  /** No action. */
  public static Offer none() {
    return new Offer(Optional.empty(), OptionalDouble.empty(), false);
  }

  /** An action of its own, without a cost. */
  public static Offer of(Action wanted) {
    return new Offer(Optional.of(wanted), OptionalDouble.empty(), true);
  }

  Set<SafetyReason> reasons() {
    Set<SafetyReason> reasons = EnumSet.noneOf(SafetyReason.class);
    if (wanted.isEmpty()) {
      reasons.add(SafetyReason.NO_ACTION);
    }
    if (cost.isPresent() && !Double.isFinite(cost.getAsDouble())) {
      reasons.add(SafetyReason.UNUSABLE_COST);
    }
    return reasons;
  }
}
