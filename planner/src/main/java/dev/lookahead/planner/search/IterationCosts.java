package dev.lookahead.planner.search;

import dev.lookahead.planner.PlanIteration;
import dev.lookahead.planner.distribution.Elites;

/** The costs of one iteration, summed up. */
final class IterationCosts {

  private final int candidates;
  private int nonFinite;
  private float best = Float.POSITIVE_INFINITY;
  private double sum;

  /** Sums up costs [N] that are finite or +Infinity. */
  IterationCosts(float[] costs) {
    candidates = costs.length;
    for (float cost : costs) {
      if (cost == Float.POSITIVE_INFINITY) {
        nonFinite++;
      } else {
        best = Math.min(best, cost);
        sum += cost;
      }
    }
  }

  boolean valid() {
    return 2 * nonFinite <= candidates;
  }

  PlanIteration record(int index, Elites elites, float meanStd) {
    return new PlanIteration(
        index,
        candidates,
        nonFinite,
        best,
        valid() ? mean(elites) : Float.POSITIVE_INFINITY,
        candidates > nonFinite ? (float) (sum / (candidates - nonFinite)) : Float.POSITIVE_INFINITY,
        meanStd);
  }

  private static float mean(Elites elites) {
    double sum = 0;
    for (int e = 0; e < elites.count(); e++) {
      sum += elites.cost(e);
    }
    return (float) (sum / elites.count());
  }
}
