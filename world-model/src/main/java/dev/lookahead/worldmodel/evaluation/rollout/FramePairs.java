package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.statistics.RankCorrelation;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;

/**
 * Pairs of frames of different episodes, drawn at random, and how far apart they are in latent
 * space and in the standardised true state.
 */
final class FramePairs {

  private static final int PER_EPISODE = 64;

  private final double[][] latentDistances;
  private final double[][] stateDistances;

  /**
   * Draws the pairs.
   *
   * @param latents per episode [frames][D]
   * @param states per episode [frames][S], S may be zero
   */
  FramePairs(List<double[][]> latents, List<double[][]> states, long seed) {
    int count = latents.size();
    this.latentDistances = new double[count][PER_EPISODE];
    this.stateDistances = new double[count][PER_EPISODE];
    SplittableRandom random = new SplittableRandom(seed);
    double[] one = new double[latents.get(0)[0].length];
    Arrays.fill(one, 1);
    double[] scale = inverseStd(states);
    for (int i = 0; i < count; i++) {
      for (int pair = 0; pair < PER_EPISODE; pair++) {
        int other = count == 1 ? 0 : (i + 1 + random.nextInt(count - 1)) % count;
        int frame = random.nextInt(latents.get(i).length);
        int otherFrame = random.nextInt(latents.get(other).length);
        latentDistances[i][pair] =
            distance(latents.get(i)[frame], latents.get(other)[otherFrame], one);
        stateDistances[i][pair] =
            distance(states.get(i)[frame], states.get(other)[otherFrame], scale);
      }
    }
  }

  /** Euclidean distances by the episode of the first frame. */
  double[][] latentDistances() {
    return latentDistances;
  }

  /** Spearman's correlation of both distances over the pairs of chosen episodes. */
  RankCorrelation correlation() {
    return new RankCorrelation(latentDistances, stateDistances);
  }

  private static double[] inverseStd(List<double[][]> states) {
    double[] scale = new double[states.get(0)[0].length];
    for (int axis = 0; axis < scale.length; axis++) {
      int index = axis;
      double std =
          new StandardDeviation()
              .evaluate(
                  states.stream()
                      .flatMapToDouble(rows -> Arrays.stream(rows).mapToDouble(row -> row[index]))
                      .toArray());
      scale[axis] = std > 0 ? 1 / std : 0;
    }
    return scale;
  }

  private static double distance(double[] a, double[] b, double[] scale) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double difference = (a[i] - b[i]) * scale[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
