package dev.lookahead.launch.wiring;

import dev.lookahead.planner.CandidateCost;
import dev.lookahead.planner.Setting;
import dev.lookahead.planner.cost.EffortPenalty;
import dev.lookahead.planner.cost.SmoothnessPenalty;
import dev.lookahead.planner.cost.WeightedSum;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;

/**
 * What actions cost besides missing the goal, in the units of the goal's cost.
 *
 * @param effort weight of large actions, 0 or more
 * @param smoothness weight of changes between actions, 0 or more
 */
public record PenaltyWeights(float effort, float smoothness) {

  /** Checks the ranges. */
  public PenaltyWeights {
    Setting.inRange("effort", effort, 0, Float.MAX_VALUE);
    Setting.inRange("smoothness", smoothness, 0, Float.MAX_VALUE);
  }

  /** No penalties. */
  public static PenaltyWeights defaults() {
    return new PenaltyWeights(0, 0);
  }

  /** The goal's cost with the penalties. */
  CandidateCost added(CandidateCost goal, ActionSpace space) {
    if (effort == 0 && smoothness == 0) {
      return goal;
    }
    return new WeightedSum(
        List.of(
            new WeightedSum.Term("goal", 1, goal),
            new WeightedSum.Term("effort", effort, new EffortPenalty(space)),
            new WeightedSum.Term("smoothness", smoothness, new SmoothnessPenalty(space))));
  }
}
