package dev.lookahead.planner.cost;

import dev.lookahead.planner.CandidateCost;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.ActionSpace;

/**
 * The mean over successive steps and axes of the squared change of command, each as a share of the
 * range of its axis: 0 for a constant command, 1 for jumping from end to end at every step. A
 * sequence of one step costs nothing.
 */
public final class SmoothnessPenalty implements CandidateCost {

  private final float[] range;

  /** A penalty for the changes of command in a space. */
  public SmoothnessPenalty(ActionSpace space) {
    range = new float[space.size()];
    for (int i = 0; i < range.length; i++) {
      range[i] = space.axis(i).high() - space.axis(i).low();
    }
  }

  @Override
  public void evaluate(ActionSequences candidates, float[] costs) {
    float[] values = candidates.values();
    int size = range.length;
    int changes = (candidates.horizon() - 1) * size;
    for (int n = 0; n < candidates.candidates(); n++) {
      int from = candidates.offset(n, 0);
      double sum = 0;
      for (int i = 0; i < changes; i++) {
        float change = (values[from + i + size] - values[from + i]) / range[i % size];
        sum += change * change;
      }
      costs[n] = changes == 0 ? 0 : (float) (sum / changes);
    }
  }
}
