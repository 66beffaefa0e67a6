package dev.lookahead.bridge;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.Optional;

/**
 * What {@link ActionGuard} lets through.
 *
 * @param space the range of every axis
 * @param safeAction what is sent when nothing else may be: zero velocity, for example; inside the
 *     space
 * @param maxChange per axis, the greatest change from one action sent to the next, in the units of
 *     the axis, above zero; empty for no limit
 */
public record GuardLimits(ActionSpace space, Action safeAction, Optional<Action> maxChange) {

  /** Refuses a safe action outside the space and changes that are not positive. */
  public GuardLimits {
    if (safeAction.size() != space.size() || !space.contains(safeAction)) {
      throw new IllegalArgumentException(
          "safeAction must lie inside the action space of "
              + space.size()
              + " axes, got "
              + safeAction);
    }
    if (maxChange.isPresent()) {
      requirePositive(maxChange.get(), space.size());
    }
  }

  /** The ranges of a space alone; the safe action is zero, or the nearest value allowed. */
  public static GuardLimits of(ActionSpace space) {
    return new GuardLimits(
        space, space.clamp(new Action(new float[space.size()])), Optional.empty());
  }

  private static void requirePositive(Action maxChange, int size) {
    boolean positive = maxChange.size() == size;
    for (int i = 0; positive && i < size; i++) {
      positive = maxChange.get(i) > 0;
    }
    if (!positive) {
      throw new IllegalArgumentException(
          "maxChange must have " + size + " values above zero, got " + maxChange);
    }
  }
}
