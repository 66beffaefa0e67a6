package dev.lookahead.sim.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A state of a world, in the order and the units of {@link dev.lookahead.sim.World#stateAxes()}.
 * Immutable, equality by content.
 */
public final class StateVector {

  private final float[] values;

  /** Copies the values. */
  public StateVector(float... values) {
    this.values = values.clone();
  }

  /** A state of a world's own precision. */
  static StateVector narrowed(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return new StateVector(narrow);
  }

  /** How many values there are. */
  public int size() {
    return values.length;
  }

  /** The value along one axis. */
  public float get(int axis) {
    return values[axis];
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  /** The values one by one. */
  public List<Float> toList() {
    List<Float> list = new ArrayList<>(values.length);
    for (float value : values) {
      list.add(value);
    }
    return list;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StateVector that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return Arrays.toString(values);
  }
}
