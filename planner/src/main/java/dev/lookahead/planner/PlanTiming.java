package dev.lookahead.planner;

/**
 * Where the time of a planning call went, on the clock of its budget.
 *
 * @param totalNanos from the start of the search to the plan
 * @param evaluatingNanos the part spent inside the cost function
 */
public record PlanTiming(long totalNanos, long evaluatingNanos) {}
