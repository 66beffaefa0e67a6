package dev.lookahead.planner;

/**
 * What one iteration of a search saw. Costs are +Infinity where no candidate had a finite one.
 *
 * @param index from zero
 * @param candidates N, how many were evaluated
 * @param nonFinite how many of them had no finite cost; above half, the iteration was ignored
 * @param bestCost the least cost in this iteration
 * @param eliteMeanCost the mean cost of the elites
 * @param meanCost the mean of the finite costs
 * @param meanStd the standard deviation the next iteration samples with, averaged over steps and
 *     the axes that are not held, as a share of half the range of each axis
 */
public record PlanIteration(
    int index,
    int candidates,
    int nonFinite,
    float bestCost,
    float eliteMeanCost,
    float meanCost,
    float meanStd) {

  /** Whether at least half of the candidates had a finite cost. */
  public boolean valid() {
    return 2 * nonFinite <= candidates;
  }
}
