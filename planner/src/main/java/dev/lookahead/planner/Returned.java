package dev.lookahead.planner;

/** Which sequence a planner returns. */
public enum Returned {
  /** The cheapest candidate of all iterations. */
  BEST_SEEN,
  /**
   * The mean of the final sampling distribution, or the cheapest candidate if the mean has no
   * finite cost. To know it, the mean is evaluated alone at the end, even if the budget is spent by
   * then.
   */
  FINAL_MEAN
}
