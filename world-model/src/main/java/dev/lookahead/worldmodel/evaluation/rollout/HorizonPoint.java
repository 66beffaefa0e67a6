package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.statistics.Interval;
import java.util.List;

/**
 * How good predictions are one distance ahead, over all rollouts of a dataset.
 *
 * @param blocks how far ahead, in action blocks
 * @param error the mean Euclidean latent distance to what came
 * @param quantiles of that distance over rollouts: 10, 50 and 90 %
 * @param copyError the mean distance if the last latent is copied instead
 * @param gain copyError minus error, paired; above zero the model is of use
 * @param ofCopy error as a share of copyError
 * @param ofRandom error as a share of the mean distance between frames of different episodes: at
 *     one the model knows no more than what kind of pictures there are
 */
public record HorizonPoint(
    int blocks,
    Interval error,
    List<Double> quantiles,
    Interval copyError,
    Interval gain,
    Interval ofCopy,
    Interval ofRandom) {

  /** Copies the list. */
  public HorizonPoint {
    quantiles = List.copyOf(quantiles);
  }
}
