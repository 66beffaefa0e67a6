package dev.lookahead.planner;

import java.util.List;

/**
 * The answer of a planner.
 *
 * @param actions [H, A], inside the action space
 * @param cost what they cost; +Infinity if they were never evaluated
 * @param status how the search ended
 * @param timing where the time went
 * @param iterations one entry per iteration made, in order
 * @param elites the best candidates of the last valid iteration, best first
 */
public record Plan(
    ActionSequence actions,
    float cost,
    PlanStatus status,
    PlanTiming timing,
    List<PlanIteration> iterations,
    List<ScoredSequence> elites) {

  /** Copies the lists. */
  public Plan {
    iterations = List.copyOf(iterations);
    elites = List.copyOf(elites);
  }

  /** Whether the actions were tried on the cost function, with a finite result. */
  public boolean evaluated() {
    return Float.isFinite(cost);
  }
}
