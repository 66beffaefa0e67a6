package dev.lookahead.planner.distribution;

import java.util.List;

/**
 * Commands whose absolute values on some axes add up to at most a radius.
 *
 * @param axes which axes, and what zero is on them
 * @param radius in the unit that the axes share, 0 or more
 */
public record L1Ball(List<Axis> axes, float radius) {

  /**
   * An axis of the ball.
   *
   * @param index its place in the action
   * @param range of the axis
   */
  public record Axis(int index, AxisRange range) {}

  /** Copies the axes. */
  public L1Ball {
    axes = List.copyOf(axes);
  }

  /**
   * Shortens the action at an offset of shares until it is in the ball; its direction stays.
   *
   * @param shares values in shares of half the range
   * @param offset of the first axis of the action
   */
  void confine(float[] shares, int offset) {
    float norm = 0;
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      norm += Math.abs(axis.range.value(shares[offset + axis.index]));
    }
    if (norm <= radius) {
      return;
    }
    for (int i = 0; i < axes.size(); i++) {
      Axis axis = axes.get(i);
      int at = offset + axis.index;
      shares[at] = axis.range.shareInside(axis.range.value(shares[at]) * (radius / norm));
    }
  }
}
