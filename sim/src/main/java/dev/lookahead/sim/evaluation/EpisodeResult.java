package dev.lookahead.sim.evaluation;

import java.util.List;
import java.util.OptionalInt;

/**
 * One evaluated episode.
 *
 * @param episode its index in the protocol, from zero
 * @param pair start and goal
 * @param successSteps after how many steps the world's criterion held first, at least 1; empty if
 *     it never did. A start that is already at the goal counts only once a step was taken, as in
 *     stable-worldmodel
 * @param reachedFinally whether it held after the last step
 * @param trajectory states, actions and distances
 * @param plans one entry per planning, in order; empty for a policy that does not plan
 * @param planTimes one entry per planning; the only part that equal seeds do not repeat
 * @param guardedSteps on how many steps the guard changed the action
 * @param heldSteps on how many steps the policy offered no action and the robot was held
 */
public record EpisodeResult(
    int episode,
    StartGoal pair,
    OptionalInt successSteps,
    boolean reachedFinally,
    Trajectory trajectory,
    List<PlanRecord> plans,
    List<PlanTime> planTimes,
    int guardedSteps,
    int heldSteps) {

  /** Copies the lists. */
  public EpisodeResult {
    plans = List.copyOf(plans);
    planTimes = List.copyOf(planTimes);
  }

  /** Whether the criterion held after any step. */
  public boolean reachedEver() {
    return successSteps.isPresent();
  }

  /** The distance to the goal after the last step, in the unit of the world's positions. */
  public double finalDistance() {
    return trajectory.goalDistances().get(trajectory.steps());
  }

  /** The least distance to the goal after any step, in the unit of the world's positions. */
  public double minDistance() {
    return trajectory.goalDistances().stream().skip(1).min(Double::compare).orElseThrow();
  }
}
