package dev.lookahead.planner;

/** Which sequence a planner returns. */
public enum Returned {
  /** The cheapest candidate of all iterations. */
  BEST_SEEN,
  /**
   * The mean of the final sampling distribution, evaluated once more for its cost; the cheapest
   * candidate if the mean has no finite cost.
   */
  FINAL_MEAN
}
