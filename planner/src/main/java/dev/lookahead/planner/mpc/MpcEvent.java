package dev.lookahead.planner.mpc;

import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlannerEvent;

/** What an {@link MpcPolicy} does. */
public sealed interface MpcEvent {

  /** The progress of the search under way. */
  record Planning(PlannerEvent event) implements MpcEvent {}

  /**
   * A plan was made.
   *
   * @param step the environment step of the episode, from zero
   * @param plan its statistics and elites included
   * @param currentDistance from the observation to the goal, in the model's units
   * @param explanation what the plan is expected to lead to; empty if not asked for, or no time was
   *     left
   * @param encodingNanos opening the rollouts: encoding context and goal
   * @param totalNanos the whole planning
   */
  record Planned(
      int step,
      Plan plan,
      float currentDistance,
      Explanation explanation,
      long encodingNanos,
      long totalNanos)
      implements MpcEvent {}

  /**
   * Planning evaluated nothing, and no previous plan may be continued, so no action is offered.
   *
   * @param step the environment step of the episode
   * @param failures plannings in a row without a result
   */
  record NoAction(int step, int failures) implements MpcEvent {}
}
