package dev.lookahead.bridge.guard;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.Optional;

/**
 * What {@link ActionGuard} lets through.
 *
 * @param space the range of every axis
 * @param maxChange per axis, the greatest change from one action sent to the next, in the units of
 *     the axis per tick, finite and above zero; empty for no limit
 * @param maxAcceleration per axis, the greatest difference between one such change and the next, in
 *     the units of the axis per tick squared, finite and above zero; empty for no limit
 */
public record GuardLimits(
    ActionSpace space, Optional<Action> maxChange, Optional<Action> maxAcceleration) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** Refuses limits that are not positive. */
  public GuardLimits {
    maxChange.ifPresent(limit -> requirePositive("maxChange", limit, space.size()));
    maxAcceleration.ifPresent(limit -> requirePositive("maxAcceleration", limit, space.size()));
  }

  /** The ranges of a space alone. */
  public static GuardLimits of(ActionSpace space) {
    return new GuardLimits(space, Optional.empty(), Optional.empty());
  }

  /**
   * The same limits with others per second on the change and its change.
   *
   * @param rates per axis, in its units per second
   * @param accelerations per axis, in its units per second squared
   * @param periodNanos the time between two actions
   */
  public GuardLimits perSecond(Action rates, Action accelerations, long periodNanos) {
    double seconds = periodNanos / NANOS_PER_SECOND;
    return new GuardLimits(
        space,
        Optional.of(scaled(rates, seconds)),
        Optional.of(scaled(accelerations, seconds * seconds)));
  }

  private static Action scaled(Action action, double factor) {
    float[] values = action.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor);
    }
    return new Action(values);
  }

  private static void requirePositive(String name, Action limit, int size) {
    boolean positive = limit.size() == size;
    for (int i = 0; positive && i < size; i++) {
      positive = limit.get(i) > 0 && Float.isFinite(limit.get(i));
    }
    if (!positive) {
      throw new IllegalArgumentException(
          name + " must have " + size + " finite values above zero, got " + limit);
    }
  }
}
