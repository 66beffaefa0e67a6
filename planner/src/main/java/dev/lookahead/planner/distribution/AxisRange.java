package dev.lookahead.planner.distribution;

import dev.lookahead.worldmodel.ActionAxis;

/**
 * An axis of an action space as searches see it: a value is a share of half its range, 0 in the
 * middle, -1 and 1 at the ends.
 *
 * @param middle of the range, in the unit of the axis
 * @param half the range, in the unit of the axis, above 0
 */
public record AxisRange(float middle, float half) {

  /** The range of an axis. */
  public static AxisRange of(ActionAxis axis) {
    return new AxisRange(
        0.5f * axis.low() + 0.5f * axis.high(), 0.5f * axis.high() - 0.5f * axis.low());
  }

  /** A value of the axis as a share; beyond -1 and 1 outside the range. */
  public float share(float value) {
    return (value - middle) / half;
  }

  /** The share nearest to a value that lies inside the range. */
  public float shareInside(float value) {
    return Math.max(-1, Math.min(1, share(value)));
  }

  /** The value of a share. */
  public float value(float share) {
    return middle + half * share;
  }
}
