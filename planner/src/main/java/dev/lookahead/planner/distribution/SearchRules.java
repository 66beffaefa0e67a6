package dev.lookahead.planner.distribution;

import java.util.Collections;
import java.util.List;

/**
 * How every axis is searched.
 *
 * @param axes [A], in the order of the action space
 * @param balls that candidates stay in besides the intervals of the axes
 * @param stdEstimate how a fit takes the standard deviation of its elites
 */
public record SearchRules(List<AxisSearch> axes, List<L1Ball> balls, StdEstimate stdEstimate) {

  /** Copies the lists and refuses an action without axes. */
  public SearchRules {
    axes = List.copyOf(axes);
    balls = List.copyOf(balls);
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("a search needs at least one axis, got none");
    }
  }

  /** The same rule for all of A axes, and the maximum-likelihood fit. */
  public static SearchRules uniform(int axes, AxisSearch rule) {
    return new SearchRules(
        Collections.nCopies(axes, rule), List.of(), StdEstimate.MAXIMUM_LIKELIHOOD);
  }

  /**
   * Moves values into what is allowed.
   *
   * @param shares any number of actions [..., A], in shares of half the range
   * @param from the first value, a multiple of A
   * @param to after the last value, a multiple of A
   */
  public void confine(float[] shares, int from, int to) {
    int size = axes.size();
    for (int offset = from; offset < to; offset += size) {
      for (int axis = 0; axis < size; axis++) {
        AxisSearch rule = axes.get(axis);
        float inside = Math.min(rule.high(), shares[offset + axis]);
        shares[offset + axis] = Math.max(rule.low(), inside);
      }
      for (int ball = 0; ball < balls.size(); ball++) {
        balls.get(ball).confine(shares, offset);
      }
    }
  }
}
