package dev.lookahead.planner.cost;

import dev.lookahead.planner.CandidateCost;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.ActionSpace;

/**
 * The mean over steps and axes of the squared command, each as a share of the strongest command of
 * its axis: 0 for doing nothing, 1 for full command throughout.
 */
public final class EffortPenalty implements CandidateCost {

  private final float[] strongest;

  /** A penalty for the commands of a space. */
  public EffortPenalty(ActionSpace space) {
    strongest = new float[space.size()];
    for (int i = 0; i < strongest.length; i++) {
      ActionAxis axis = space.axis(i);
      strongest[i] = Math.max(Math.abs(axis.low()), Math.abs(axis.high()));
    }
  }

  @Override
  public void evaluate(ActionSequences candidates, float[] costs) {
    float[] values = candidates.values();
    int size = strongest.length;
    int perCandidate = candidates.horizon() * size;
    for (int n = 0; n < candidates.candidates(); n++) {
      double sum = 0;
      for (int i = 0; i < perCandidate; i++) {
        float share = values[n * perCandidate + i] / strongest[i % size];
        sum += share * share;
      }
      costs[n] = (float) (sum / perCandidate);
    }
  }
}
