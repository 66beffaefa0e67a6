package dev.lookahead.worldmodel;

import java.util.Arrays;

/**
 * One command for one environment step: a vector [A] in the units of an {@link ActionSpace}.
 * Immutable, equality by content. Values may be non-finite here: judging that is the guard's job.
 */
public final class Action {

  private final float[] values;

  /** Copies the values. */
  public Action(float... values) {
    this.values = values.clone();
  }

  /** How many dimensions it has. */
  public int size() {
    return values.length;
  }

  /** The value along one axis. */
  public float get(int axis) {
    return values[axis];
  }

  /** A copy of the values [A]. */
  public float[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Action that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Action" + Arrays.toString(values);
  }
}
