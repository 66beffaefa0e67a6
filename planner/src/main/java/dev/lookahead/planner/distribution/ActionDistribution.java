package dev.lookahead.planner.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An independent Gaussian for every sampled step and axis: mean and standard deviation [M, A], in
 * shares of half the range of each axis. Mutable working storage of one planning call.
 */
public final class ActionDistribution {

  private static final int REDRAWS = 64;

  private final float[] mean;
  private final float[] std;
  private final float[] noise;
  private final double[] fitted;

  /** Starts at a copy of a mean [D], with one standard deviation for all values. */
  public ActionDistribution(float[] mean, float std) {
    this.mean = mean.clone();
    this.std = new float[mean.length];
    this.noise = new float[mean.length];
    this.fitted = new double[mean.length];
    Arrays.fill(this.std, std);
  }

  /** The mean [M, A], not a copy; changes with every fit. */
  public float[] mean() {
    return mean;
  }

  /** The average standard deviation over steps and axes. */
  public float meanStd() {
    double sum = 0;
    for (float value : std) {
      sum += value;
    }
    return (float) (sum / std.length);
  }

  /**
   * Overwrites candidates {@code from} to {@code to} (exclusive) of samples [N, D] with mean + std
   * x noise, moved into [-1, 1].
   */
  public void sample(float[] samples, int from, int to, Noise source, RandomGenerator random) {
    int index = from * mean.length;
    for (int candidate = from; candidate < to; candidate++) {
      source.draw(noise, random);
      for (int i = 0; i < mean.length; i++) {
        samples[index++] = Math.max(-1, Math.min(1, mean[i] + std[i] * noise[i]));
      }
    }
  }

  /**
   * As {@link #sample} with white noise, but values outside [-1, 1] are drawn again. After 64
   * misses in a row, which takes a standard deviation of several ranges, the value is clamped.
   */
  public void sampleTruncated(float[] samples, int from, int to, RandomGenerator random) {
    int index = from * mean.length;
    for (int candidate = from; candidate < to; candidate++) {
      for (int i = 0; i < mean.length; i++) {
        samples[index++] = truncated(mean[i], std[i], random);
      }
    }
  }

  /**
   * Fits the distribution to weighted elites: the maximum-likelihood mean and (biased) standard
   * deviation, smoothed with the previous ones.
   *
   * @param elites values [E, D] with weights
   * @param weights [E], adding up to one over the elites present
   * @param momentum the share of the old mean that stays, 0 to 1
   * @param stdMomentum the share of the old standard deviation that stays; 1 never changes it
   * @param minStd the least standard deviation allowed afterwards
   */
  public void fit(Elites elites, float[] weights, float momentum, float stdMomentum, float minStd) {
    weightedMean(elites, weights);
    if (stdMomentum < 1) {
      fitStd(elites, weights, stdMomentum, minStd);
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (momentum * mean[i] + (1 - momentum) * fitted[i]);
    }
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

  private void fitStd(Elites elites, float[] weights, float stdMomentum, float minStd) {
    float[] values = elites.values();
    for (int i = 0; i < std.length; i++) {
      double variance = 0;
      for (int e = 0; e < elites.count(); e++) {
        double deviation = values[e * std.length + i] - fitted[i];
        variance += weights[e] * deviation * deviation;
      }
      double smoothed = stdMomentum * std[i] + (1 - stdMomentum) * Math.sqrt(variance);
      std[i] = Math.max(minStd, (float) smoothed);
    }
  }

  private static float truncated(float mean, float std, RandomGenerator random) {
    float value = mean;
    for (int i = 0; i < REDRAWS; i++) {
      value = mean + std * (float) StandardNormal.draw(random);
      if (value >= -1 && value <= 1) {
        return value;
      }
    }
    return Math.max(-1, Math.min(1, value));
  }
}
