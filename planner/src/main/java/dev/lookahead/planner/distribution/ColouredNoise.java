package dev.lookahead.planner.distribution;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Gaussian noise whose power falls with frequency as 1/f^beta along the horizon, so that successive
 * actions resemble each other: beta 0 is white, 1 pink, 2 red.
 *
 * <p>The spectrum is drawn as in Timmer and König, "On generating power law noise" (1995): every
 * frequency k/M gets a sine and a cosine with independent normal amplitudes of variance
 * proportional to (k/M)^-beta. The constant part takes the power of the lowest frequency, and it
 * and the frequency 1/2 (even M), which have a cosine only, take half of theirs, so that beta 0 is
 * exactly white. Unlike the Python package {@code colorednoise} that iCEM uses, the variance of
 * each value is one <em>including</em> the constant part.
 *
 * <p>The transform is a product with an M x M matrix, made once: horizons are short, and a matrix
 * row vectorises where a recursive transform does not.
 */
public final class ColouredNoise implements Noise {

  private final int steps;
  private final float[] waves;
  private final float[] series;

  /**
   * Prepares the waves.
   *
   * @param steps M, the number of values along the horizon
   * @param beta the spectral exponent, zero or more
   */
  public ColouredNoise(int steps, double beta) {
    this.steps = steps;
    this.waves = waves(steps, beta);
    this.series = new float[steps];
  }

  @Override
  public void draw(float[] noise, RandomGenerator random) {
    int size = noise.length / steps;
    for (int axis = 0; axis < size; axis++) {
      Arrays.fill(series, 0);
      for (int wave = 0; wave < steps; wave++) {
        float amplitude = (float) StandardNormal.draw(random);
        int from = wave * steps;
        for (int t = 0; t < steps; t++) {
          series[t] += amplitude * waves[from + t];
        }
      }
      for (int t = 0; t < steps; t++) {
        noise[t * size + axis] = series[t];
      }
    }
  }

  /** [M, M]: one wave per row, scaled so that the squares of every column add up to one. */
  private static float[] waves(int steps, double beta) {
    double[] power = new double[steps / 2 + 1];
    double total = 0;
    for (int k = 0; k < power.length; k++) {
      boolean cosineOnly = k == 0 || 2 * k == steps;
      double frequency = Math.max(k, 1) / (double) steps;
      power[k] = StrictMath.pow(frequency, -beta) * (cosineOnly ? 0.5 : 1);
      total += power[k];
    }
    float[] waves = new float[steps * steps];
    int wave = 0;
    for (int k = 0; k < power.length; k++) {
      double amplitude = StrictMath.sqrt(power[k] / total);
      for (int t = 0; t < steps; t++) {
        waves[wave * steps + t] = (float) (amplitude * StrictMath.cos(phase(k, t, steps)));
      }
      wave++;
      if (k > 0 && 2 * k < steps) {
        for (int t = 0; t < steps; t++) {
          waves[wave * steps + t] = (float) (amplitude * StrictMath.sin(phase(k, t, steps)));
        }
        wave++;
      }
    }
    return waves;
  }

  private static double phase(int k, int t, int steps) {
    return 2 * Math.PI * ((long) k * t % steps) / steps;
  }
}
