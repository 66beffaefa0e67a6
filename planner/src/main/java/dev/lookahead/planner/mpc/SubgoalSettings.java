package dev.lookahead.planner.mpc;

import dev.lookahead.planner.Setting;

/**
 * When {@link SubgoalPolicy} goes on to the next goal.
 *
 * @param reachedDistance a plan that starts at most so far from its goal counts as there, in the
 *     model's units, at least 0; what is near depends on the model
 * @param reachedPlans how many plans in a row must be there, 1 to 1,000
 * @param mostSteps after so many steps the next goal is tried all the same, 1 to 1,000,000
 */
public record SubgoalSettings(float reachedDistance, int reachedPlans, int mostSteps) {

  /** Checks the ranges. */
  public SubgoalSettings {
    Setting.inRange("reachedDistance", reachedDistance, 0, Float.MAX_VALUE);
    Setting.inRange("reachedPlans", reachedPlans, 1, 1_000);
    Setting.inRange("mostSteps", mostSteps, 1, 1_000_000);
  }

  /** Two plans in a row within a distance of 1, or 200 steps. */
  public static SubgoalSettings defaults() {
    return new SubgoalSettings(1, 2, 200);
  }
}
