package dev.lookahead.launch.offline;

import dev.lookahead.launch.wiring.PlannerChoice;
import dev.lookahead.planner.Setting;
import dev.lookahead.planner.cem.CemConfig;
import dev.lookahead.worldmodel.jepa.GoalCost;

/**
 * How planned actions are compared with recorded ones.
 *
 * @param starts plans per episode, the first so many of the rollouts' starts; 0 to leave it out
 * @param goalBlocks how far ahead the goal frame is, in action blocks, 1 to 64
 * @param cost how far an imagined future is from the goal
 * @param planner what searches
 */
public record ActionScoreSettings(
    int starts, int goalBlocks, GoalCost cost, PlannerChoice planner) {

  /** Checks the ranges. */
  public ActionScoreSettings {
    Setting.inRange("starts", starts, 0, 256);
    Setting.inRange("goalBlocks", goalBlocks, 1, 64);
  }

  /** Four plans per episode, one block ahead, the squared distance, CEM. */
  public static ActionScoreSettings defaults() {
    return new ActionScoreSettings(
        4, 1, GoalCost.defaults(), new PlannerChoice.CemChoice(CemConfig.defaults()));
  }
}
