package dev.lookahead.planner.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An independent Gaussian for every sampled step and axis: mean and standard deviation [M, A], in
 * shares of half the range of each axis. Mutable working storage of one planning call.
 */
public final class ActionDistribution {

  private static final int REDRAWS = 64;

  private final SearchRules rules;
  private final float[] mean;
  private final float[] std;
  private final float[] noise;
  private final double[] fitted;

  /**
   * Starts at a copy of a mean.
   *
   * @param mean [M, A]
   * @param rules of the A axes
   */
  public ActionDistribution(float[] mean, SearchRules rules) {
    this.rules = rules;
    this.mean = mean.clone();
    this.std = new float[mean.length];
    this.noise = new float[mean.length];
    this.fitted = new double[mean.length];
    for (int i = 0; i < std.length; i++) {
      std[i] = axis(i).initialStd();
    }
  }

  /** The mean [M, A], not a copy; changes with every fit. */
  public float[] mean() {
    return mean;
  }

  /** The average standard deviation over steps and the axes that are not held. */
  public float meanStd() {
    double sum = 0;
    int free = 0;
    for (int i = 0; i < std.length; i++) {
      if (axis(i).free()) {
        sum += std[i];
        free++;
      }
    }
    return free == 0 ? 0 : (float) (sum / free);
  }

  /**
   * Overwrites candidates {@code from} to {@code to} (exclusive) of samples [N, D] with mean + std
   * x noise, moved into what the rules allow.
   */
  public void sample(float[] samples, int from, int to, Noise source, RandomGenerator random) {
    int index = from * mean.length;
    for (int candidate = from; candidate < to; candidate++) {
      source.draw(noise, random);
      for (int i = 0; i < mean.length; i++) {
        samples[index++] = mean[i] + std[i] * noise[i];
      }
    }
    rules.confine(samples, from * mean.length, index);
  }

  /**
   * As {@link #sample} with white noise, but values outside the interval of their axis are drawn
   * again. After 64 misses in a row, which takes a standard deviation of several intervals, the
   * value is moved in.
   */
  public void sampleTruncated(float[] samples, int from, int to, RandomGenerator random) {
    int index = from * mean.length;
    for (int candidate = from; candidate < to; candidate++) {
      for (int i = 0; i < mean.length; i++) {
        samples[index++] = truncated(axis(i), mean[i], std[i], random);
      }
    }
    rules.confine(samples, from * mean.length, index);
  }

  /**
   * Fits the distribution to weighted elites: their mean and standard deviation, smoothed with the
   * previous ones.
   *
   * @param elites values [E, D] with weights
   * @param weights [E], adding up to one over the elites present
   */
  public void fit(Elites elites, float[] weights) {
    weightedMean(elites, weights);
    double correction = correction(elites.count(), weights);
    for (int i = 0; i < mean.length; i++) {
      AxisSearch axis = axis(i);
      if (axis.stdMomentum() < 1) {
        double found = Math.sqrt(correction * variance(elites, weights, i));
        double smoothed = axis.stdMomentum() * std[i] + (1 - axis.stdMomentum()) * found;
        std[i] = Math.max(axis.minStd(), (float) smoothed);
      }
      mean[i] = (float) (axis.momentum() * mean[i] + (1 - axis.momentum()) * fitted[i]);
    }
  }

  private AxisSearch axis(int value) {
    return rules.axes().get(value % rules.axes().size());
  }

  private void weightedMean(Elites elites, float[] weights) {
    Arrays.fill(fitted, 0);
    float[] values = elites.values();
    for (int e = 0; e < elites.count(); e++) {
      for (int i = 0; i < fitted.length; i++) {
        fitted[i] += (double) weights[e] * values[e * fitted.length + i];
      }
    }
  }

  private double variance(Elites elites, float[] weights, int value) {
    float[] values = elites.values();
    double variance = 0;
    for (int e = 0; e < elites.count(); e++) {
      double deviation = values[e * mean.length + value] - fitted[value];
      variance += weights[e] * deviation * deviation;
    }
    return variance;
  }

  /** 1 / (1 - sum of squared weights), which is E / (E - 1) for equal ones; 1 for a lone elite. */
  private double correction(int count, float[] weights) {
    if (rules.stdEstimate() == StdEstimate.MAXIMUM_LIKELIHOOD || count < 2) {
      return 1;
    }
    double squares = 0;
    for (int e = 0; e < count; e++) {
      squares += (double) weights[e] * weights[e];
    }
    return squares < 1 ? 1 / (1 - squares) : 1;
  }

  private static float truncated(AxisSearch axis, float mean, float std, RandomGenerator random) {
    float value = mean;
    for (int i = 0; i < REDRAWS; i++) {
      value = mean + std * (float) StandardNormal.draw(random);
      if (value >= axis.low() && value <= axis.high()) {
        return value;
      }
    }
    return value;
  }
}
