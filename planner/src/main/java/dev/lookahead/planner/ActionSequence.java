package dev.lookahead.planner;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.Arrays;

/**
 * One plan [H, A]: H consecutive actions in the units of the action space, all finite. Immutable,
 * equality by content.
 */
public final class ActionSequence {

  private final int steps;
  private final int size;
  private final float[] values;

  /**
   * Copies the values.
   *
   * @param steps H, at least one
   * @param size A, at least one
   * @param values [H, A] row-major
   * @throws IllegalArgumentException if the count differs from H x A or a value is not finite
   */
  public ActionSequence(int steps, int size, float[] values) {
    if (steps < 1 || size < 1 || values.length != (long) steps * size) {
      throw new IllegalArgumentException(
          "an action sequence has H x A values, at least one of each; got H = "
              + steps
              + ", A = "
              + size
              + " and "
              + values.length
              + " values");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "an action sequence is finite, got " + values[i] + " at step " + i / size);
      }
    }
    this.steps = steps;
    this.size = size;
    this.values = values.clone();
  }

  /** The same action over and over. */
  public static ActionSequence repeat(Action action, int steps) {
    float[] values = new float[steps * action.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = action.get(i % action.size());
    }
    return new ActionSequence(steps, action.size(), values);
  }

  /** The number of environment steps H. */
  public int steps() {
    return steps;
  }

  /** The number of action dimensions A. */
  public int size() {
    return size;
  }

  /** One value. */
  public float get(int step, int axis) {
    return values[step * size + axis];
  }

  /** The action of one step. */
  public Action action(int step) {
    return new Action(Arrays.copyOfRange(values, step * size, (step + 1) * size));
  }

  /** A copy of the values [H, A]. */
  public float[] toArray() {
    return values.clone();
  }

  /**
   * The same plan seen {@code by} steps later: what was executed is gone, and the freed steps at
   * the end hold {@code tail}.
   */
  public ActionSequence shifted(int by, Action tail) {
    if (by < 0 || tail.size() != size) {
      throw new IllegalArgumentException(
          "shift a sequence of A = "
              + size
              + " by 0 or more steps and fill with an action of that size, got "
              + by
              + " and "
              + tail);
    }
    int kept = Math.max(0, steps - by) * size;
    float[] shifted = new float[values.length];
    System.arraycopy(values, values.length - kept, shifted, 0, kept);
    for (int i = kept; i < shifted.length; i++) {
      shifted[i] = tail.get(i % size);
    }
    return new ActionSequence(steps, size, shifted);
  }

  /** The sequence with every action moved into the space. */
  public ActionSequence clamped(ActionSpace space) {
    float[] clamped = new float[values.length];
    for (int i = 0; i < clamped.length; i++) {
      clamped[i] = space.axis(i % size).clamp(values[i]);
    }
    return new ActionSequence(steps, size, clamped);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ActionSequence that
        && steps == that.steps
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * steps + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "ActionSequence[" + steps + ", " + size + "]" + Arrays.toString(values);
  }
}
