package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.statistics.Interval;

/**
 * What telling the model other actions than those that were executed does to its error. A model
 * that listens to actions gets worse.
 *
 * @param forecast which other actions
 * @param excess the mean error with them minus that with the recorded ones, over all distances
 * @param ratio the one as a multiple of the other
 */
public record Counterfactual(Forecast forecast, Interval excess, Interval ratio) {

  /** Whether the model is worse with the wrong actions, beyond chance. */
  public boolean sensitive() {
    return excess.above(0);
  }
}
