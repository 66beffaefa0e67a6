package dev.lookahead.planner;

/** The progress of one planning call. */
public sealed interface PlannerEvent {

  /**
   * A search began.
   *
   * @param horizonSteps H
   * @param candidates N of the first iteration
   */
  record Started(int horizonSteps, int candidates) implements PlannerEvent {}

  /** An iteration is done. */
  record Iterated(PlanIteration iteration) implements PlannerEvent {}

  /**
   * An iteration found something better than all before; comes before its {@link Iterated}.
   *
   * @param iteration its index, from zero
   * @param best the best so far
   */
  record Improved(int iteration, ScoredSequence best) implements PlannerEvent {}

  /** The search is over. */
  record Finished(Plan plan) implements PlannerEvent {}
}
