package dev.lookahead.planner.evaluation;

import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.List;

/**
 * How far planned actions are from recorded ones in one episode: absolute differences of the mean
 * action on the way to the goal, in the units of the action space.
 *
 * @param starts the steps that were planned from
 * @param planned of the planner's actions [starts, A]
 * @param random of actions drawn uniformly from the action space, held on the way [starts, A]: what
 *     a planner that knows nothing would do
 * @param still of doing nothing [starts, A]
 */
public record ScoredActions(List<Integer> starts, Matrix planned, Matrix random, Matrix still) {

  /** Copies the list. */
  public ScoredActions {
    starts = List.copyOf(starts);
  }
}
