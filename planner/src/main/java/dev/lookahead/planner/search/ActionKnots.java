package dev.lookahead.planner.search;

import dev.lookahead.planner.ActionSequence;
import dev.lookahead.planner.Setting;
import dev.lookahead.planner.distribution.AxisRange;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.Arrays;

/**
 * The one parameterisation of action sequences: a sequence [H, A] is M = ceil(H / r) knots [M, A],
 * each held for r environment steps, the last one possibly shorter. A knot is a share of half the
 * range of its axis: -1 is the low end, 0 the middle, 1 the high end. Fewer knots mean a smaller
 * search space, and bounds are the same for every axis.
 */
public final class ActionKnots {

  private final ActionSpace space;
  private final int horizonSteps;
  private final int holdSteps;
  private final int count;

  /**
   * @param space the ranges of the axes
   * @param horizonSteps H
   * @param holdSteps r, at least one; above H it means one knot for all
   */
  public ActionKnots(ActionSpace space, int horizonSteps, int holdSteps) {
    Setting.inRange("holdSteps", holdSteps, 1, 100_000);
    this.space = space;
    this.horizonSteps = horizonSteps;
    this.holdSteps = holdSteps;
    this.count = (horizonSteps + holdSteps - 1) / holdSteps;
  }

  /** The number of knots M along the horizon. */
  public int count() {
    return count;
  }

  /** The number of values D = M x A of one candidate. */
  public int dimensions() {
    return count * space.size();
  }

  /** Writes the actions of the first N candidates of knots [>= N, D] into sequences [N, H, A]. */
  public void expand(float[] knots, ActionSequences actions) {
    expand(knots, actions.candidates(), actions.values());
  }

  /** The sequence of one candidate of knots [N, D]. */
  public ActionSequence sequence(float[] knots, int candidate) {
    int from = candidate * dimensions();
    float[] one = Arrays.copyOfRange(knots, from, from + dimensions());
    float[] actions = new float[horizonSteps * space.size()];
    expand(one, 1, actions);
    return new ActionSequence(horizonSteps, space.size(), actions);
  }

  /** The nearest knots [D] to a sequence in the least-squares sense: each the mean of its steps. */
  public float[] project(ActionSequence sequence) {
    int size = space.size();
    float[] knots = new float[dimensions()];
    for (int knot = 0; knot < count; knot++) {
      int first = knot * holdSteps;
      int end = Math.min(first + holdSteps, horizonSteps);
      for (int axis = 0; axis < size; axis++) {
        double sum = 0;
        for (int step = first; step < end; step++) {
          sum += sequence.get(step, axis);
        }
        float mean = (float) (sum / (end - first));
        knots[knot * size + axis] = AxisRange.of(space.axis(axis)).shareInside(mean);
      }
    }
    return knots;
  }

  private void expand(float[] knots, int candidates, float[] actions) {
    int size = space.size();
    for (int axis = 0; axis < size; axis++) {
      float low = space.axis(axis).low();
      float high = space.axis(axis).high();
      AxisRange range = AxisRange.of(space.axis(axis));
      for (int candidate = 0; candidate < candidates; candidate++) {
        int from = candidate * count * size + axis;
        int to = candidate * horizonSteps * size + axis;
        for (int step = 0; step < horizonSteps; step++) {
          float value = range.value(knots[from + step / holdSteps * size]);
          actions[to + step * size] = Math.max(low, Math.min(high, value));
        }
      }
    }
  }
}
