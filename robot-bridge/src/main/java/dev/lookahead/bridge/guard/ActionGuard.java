package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import java.util.EnumSet;
import java.util.Set;

/**
 * What may be sent, wherever the robot is: whatever comes in, what goes out is finite, inside its
 * range, no farther from the last action sent than allowed, and gets there no more suddenly than
 * allowed. It has no state and depends on nothing but the contract.
 *
 * <p>Where acceleration is limited, an axis approaches the end of its range no faster than it can
 * still brake. That is what makes all three limits hold together at every tick: an axis that may
 * run into the end of its range at full speed must break one of them there. Range and rate hold
 * exactly, acceleration to within the rounding of a float.
 *
 * <p>The safe action itself is exempt from the limits on change: stopping is never slowed down, and
 * what follows it starts from rest.
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
   * @param motion what was sent before, from this guard or safe
   * @param safe what is sent if nothing can be made of {@code wanted}; inside the space
   */
  public GuardedAction guard(Action wanted, Motion motion, Action safe) {
    if (wanted.size() != limits.space().size()) {
      return new GuardedAction(safe, Set.of(GuardReason.WRONG_SIZE));
    }
    Set<GuardReason> reasons = EnumSet.noneOf(GuardReason.class);
    float[] values = wanted.toArray();
    for (int axis = 0; axis < values.length; axis++) {
      if (!Float.isFinite(values[axis])) {
        return new GuardedAction(safe, Set.of(GuardReason.NOT_FINITE));
      }
      values[axis] = limited(values[axis], axis, motion, reasons);
    }
    return new GuardedAction(reasons.isEmpty() ? wanted : new Action(values), reasons);
  }

  private float limited(float wanted, int axis, Motion motion, Set<GuardReason> reasons) {
    ActionAxis range = limits.space().axis(axis);
    float inside = range.clamp(wanted);
    if (inside != wanted) {
      reasons.add(GuardReason.OUT_OF_RANGE);
    }
    float last = motion.last().get(axis);
    double change = (double) inside - last;
    double slow = slowEnough(change, axis);
    if (slow != change) {
      reasons.add(GuardReason.TOO_FAST);
    }
    double gentle = gentleEnough(slow, axis, motion, range);
    if (gentle != slow) {
      reasons.add(GuardReason.TOO_SUDDEN);
    }
    return gentle == change ? inside : moved(last, gentle);
  }

  private double slowEnough(double change, int axis) {
    return limits
        .maxChange()
        .map(most -> between(-most.get(axis), change, most.get(axis)))
        .orElse(change);
  }

  private double gentleEnough(double change, int axis, Motion motion, ActionAxis range) {
    if (limits.maxAcceleration().isEmpty()) {
      return change;
    }
    double most = limits.maxAcceleration().get().get(axis);
    double before = motion.change(axis);
    double last = motion.last().get(axis);
    double down = Math.max(before - most, -brakeable(last - range.low(), most));
    double up = Math.min(before + most, brakeable(range.high() - last, most));
    return between(down, change, up);
  }

  /**
   * The greatest change after which the way left still suffices to come to rest, when each change
   * may be {@code step} less than the one before: the solution of {@code n d - step n (n - 1) / 2 =
   * way} with {@code (n - 1) step <= d <= n step}.
   */
  private static double brakeable(double way, double step) {
    double ticks = Math.max(1, Math.ceil((Math.sqrt(1 + 8 * way / step) - 1) / 2));
    return way / ticks + step * (ticks - 1) / 2;
  }

  private static double between(double low, double value, double high) {
    return Math.max(low, Math.min(high, value));
  }

  /** Rounds toward where it comes from, so that rounding never moves it farther than allowed. */
  private static float moved(float last, double change) {
    float moved = (float) (last + change);
    boolean roundedTooFar = Math.abs((double) moved - last) > Math.abs(change);
    return roundedTooFar ? Math.nextAfter(moved, last) : moved;
  }
}
