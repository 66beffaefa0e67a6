package dev.lookahead.bridge;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import java.util.EnumSet;
import java.util.Set;

/**
 * The last check before the robot: whatever comes in, what goes out is finite, inside its range and
 * no farther from the last action sent than allowed. It has no state and depends on nothing but the
 * contract.
 *
 * <p>The safe action itself is exempt from the limit on change: stopping is never slowed down.
 */
public final class ActionGuard {

  private final GuardLimits limits;

  /** A guard for one robot. */
  public ActionGuard(GuardLimits limits) {
    this.limits = limits;
  }

  /** What this guard lets through. */
  public GuardLimits limits() {
    return limits;
  }

  /**
   * Makes an action safe to send.
   *
   * @param wanted anything
   * @param lastSent the action sent before, from this guard; the safe action if there was none
   */
  public GuardedAction guard(Action wanted, Action lastSent) {
    if (wanted.size() != limits.space().size()) {
      return new GuardedAction(limits.safeAction(), Set.of(GuardReason.WRONG_SIZE));
    }
    Set<GuardReason> reasons = EnumSet.noneOf(GuardReason.class);
    float[] values = wanted.toArray();
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        return new GuardedAction(limits.safeAction(), Set.of(GuardReason.NOT_FINITE));
      }
      float inside = insideRange(values[i], limits.space().axis(i), reasons);
      values[i] = nearEnough(inside, lastSent.get(i), i, reasons);
    }
    return new GuardedAction(reasons.isEmpty() ? wanted : new Action(values), reasons);
  }

  private static float insideRange(float value, ActionAxis axis, Set<GuardReason> reasons) {
    float inside = axis.clamp(value);
    if (inside != value) {
      reasons.add(GuardReason.OUT_OF_RANGE);
    }
    return inside;
  }

  private float nearEnough(float value, float last, int axis, Set<GuardReason> reasons) {
    if (limits.maxChange().isEmpty()) {
      return value;
    }
    double allowed = limits.maxChange().get().get(axis);
    double change = (double) value - last;
    if (Math.abs(change) <= allowed) {
      return value;
    }
    reasons.add(GuardReason.TOO_FAST);
    float moved = (float) (last + Math.copySign(allowed, change));
    boolean roundedTooFar = Math.abs((double) moved - last) > allowed;
    return roundedTooFar ? Math.nextAfter(moved, last) : moved;
  }
}
