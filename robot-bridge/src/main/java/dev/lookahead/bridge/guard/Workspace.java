package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The room that a robot may be told to go to, for actions that are displacements of what it feels:
 * component i of an action moves component i of the proprioception, such as the position of an end
 * effector in the frame of its base. The first of each are limited, as many as there are limits.
 *
 * <p>A displacement that leads outside is made shorter along the axis that leaves, never longer and
 * never turned around: who is outside already may come back or stay, and is not pulled. That goes
 * before any limit on change, since it only ever slows.
 *
 * @param low the least value felt, per axis, in its unit; finite
 * @param high the greatest, above the least
 */
public record Workspace(List<Float> low, List<Float> high) {

  /** Copies the lists and refuses an empty room. */
  public Workspace {
    low = List.copyOf(low);
    high = List.copyOf(high);
    boolean room = !low.isEmpty() && low.size() == high.size();
    for (int i = 0; room && i < low.size(); i++) {
      room = low.get(i) < high.get(i) && Float.isFinite(high.get(i) - low.get(i));
    }
    if (!room) {
      throw new IllegalArgumentException(
          "a workspace has a finite low below a finite high for each of its axes, got "
              + low
              + " and "
              + high);
    }
  }

  /** Refuses actions that are not displacements: they may not be zero, or are too few. */
  void check(ActionSpace space) {
    boolean displaces = low.size() <= space.size();
    for (int i = 0; displaces && i < low.size(); i++) {
      displaces = space.axis(i).low() <= 0 && space.axis(i).high() >= 0;
    }
    if (!displaces) {
      throw new IllegalArgumentException(
          "a workspace of %d axes limits actions that move each of them or not, got %s"
              .formatted(low.size(), space));
    }
  }

  /**
   * Keeps an action inside, to within the rounding of a float.
   *
   * @param guarded what the guard lets through
   * @param seen where the robot is
   * @param safe what is sent if that is not known
   */
  GuardedAction limited(GuardedAction guarded, Optional<Observation> seen, Action safe) {
    if (guarded.replaced()) {
      return guarded;
    }
    Proprioception felt = seen.map(Observation::proprioception).orElseGet(Proprioception::none);
    float[] values = guarded.action().toArray();
    Set<GuardReason> reasons = EnumSet.noneOf(GuardReason.class);
    reasons.addAll(guarded.reasons());
    for (int axis = 0; axis < low.size(); axis++) {
      if (axis >= felt.size() || !Float.isFinite(felt.get(axis))) {
        return new GuardedAction(safe, Set.of(GuardReason.UNFELT));
      }
      float back = Math.min(0, low.get(axis) - felt.get(axis));
      float forth = Math.max(0, high.get(axis) - felt.get(axis));
      float inside = Math.max(back, Math.min(forth, values[axis]));
      if (inside != values[axis]) {
        values[axis] = inside;
        reasons.add(GuardReason.OUT_OF_WORKSPACE);
      }
    }
    return new GuardedAction(new Action(values), reasons);
  }
}
