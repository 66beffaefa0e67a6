package dev.lookahead.planner;

/** How a search ended. */
public enum PlanStatus {
  /** The sampling distribution became narrower than the planner's threshold. */
  CONVERGED,
  /** Every iteration was made. */
  COMPLETED,
  /** The budget ended first; the plan is the best so far, possibly the untried warm start. */
  DEADLINE,
  /**
   * In every iteration more than half of the candidates had no finite cost, so no result can be
   * trusted; the plan is the warm start or, without one, the middle of the action space.
   */
  INVALID
}
