package dev.lookahead.worldmodel;

import java.util.List;

/**
 * The commands a robot accepts at one environment step, axis by axis. Two spaces are equal when
 * names, units and ranges are: a model trained for one is refused on any other.
 *
 * @param axes one entry per dimension, at least one
 */
public record ActionSpace(List<ActionAxis> axes) {

  /** Copies the axes and refuses an empty space. */
  public ActionSpace {
    axes = List.copyOf(axes);
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("an action space needs at least one axis, got none");
    }
  }

  /** The number of dimensions A. */
  public int size() {
    return axes.size();
  }

  /** The axis at an index. */
  public ActionAxis axis(int index) {
    return axes.get(index);
  }

  /** The action with every component moved into its range. */
  public Action clamp(Action action) {
    requireSize(action.size());
    float[] values = action.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = axes.get(i).clamp(values[i]);
    }
    return new Action(values);
  }

  /** Whether every component is finite and inside its range. */
  public boolean contains(Action action) {
    requireSize(action.size());
    for (int i = 0; i < action.size(); i++) {
      float value = action.get(i);
      if (!(value >= axes.get(i).low() && value <= axes.get(i).high())) {
        return false;
      }
    }
    return true;
  }

  private void requireSize(int size) {
    if (size != size()) {
      throw new IllegalArgumentException(
          "this space has " + size() + " axes, got an action with " + size);
    }
  }
}
