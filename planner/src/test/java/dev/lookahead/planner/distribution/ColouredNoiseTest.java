package dev.lookahead.planner.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ColouredNoiseTest {

  private static final int DRAWS = 4_000;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1, 2, 3})
  void powerFallsWithFrequencyToTheMinusBeta(double beta) {
    int steps = 64;
    double[] power = meanPower(draws(steps, beta, 2), steps);
    double slope = slope(power);

    assertThat(slope).isCloseTo(-beta, within(0.03));
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 2", "5, 0", "5, 2", "16, 1", "64, 3"})
  void everyStepHasMeanZeroAndVarianceOne(int steps, double beta) {
    float[][] draws = draws(steps, beta, 1);
    for (int t = 0; t < steps; t++) {
      double[] column = column(draws, t);

      assertThat(SampleStatistics.mean(column)).isCloseTo(0, within(0.07));
      assertThat(SampleStatistics.variance(column)).isCloseTo(1, within(0.11));
    }
  }

  @Test
  void everyStepIsNormal() {
    float[][] draws = draws(12, 2, 1);

    assertThat(
            SampleStatistics.kolmogorovSmirnov(
                column(draws, 5), SampleStatistics::normalDistribution))
        .isLessThan(SampleStatistics.critical(DRAWS));
  }

  @Test
  void betaZeroIsWhite() {
    float[][] draws = draws(8, 0, 1);
    for (int t = 1; t < 8; t++) {
      assertThat(correlation(draws, 0, t)).isCloseTo(0, within(0.06));
    }
  }

  @Test
  void higherBetaMakesNeighboursMoreAlike() {
    assertThat(correlation(draws(32, 1, 1), 10, 11)).isBetween(0.5, 0.8);
    assertThat(correlation(draws(32, 3, 1), 10, 11)).isGreaterThan(0.95);
  }

  @Test
  void axesAreIndependent() {
    float[][] draws = draws(16, 2, 2);

    assertThat(correlation(draws, 6, 7)).isCloseTo(0, within(0.06));
    assertThat(correlation(draws, 6, 8)).isGreaterThan(0.7);
  }

  private static float[][] draws(int steps, double beta, int size) {
    ColouredNoise noise = new ColouredNoise(steps, beta);
    SplittableRandom random = new SplittableRandom(11);
    float[][] draws = new float[DRAWS][steps * size];
    for (float[] draw : draws) {
      noise.draw(draw, random);
    }
    return draws;
  }

  /** The mean periodogram of the first of two axes, frequencies 1 to steps / 2 - 1. */
  private static double[] meanPower(float[][] draws, int steps) {
    double[] power = new double[steps / 2];
    for (int k = 1; k < power.length; k++) {
      for (float[] draw : draws) {
        double re = 0;
        double im = 0;
        for (int t = 0; t < steps; t++) {
          double phase = 2 * Math.PI * k * t / steps;
          re += draw[2 * t] * Math.cos(phase);
          im += draw[2 * t] * Math.sin(phase);
        }
        power[k] += (re * re + im * im) / draws.length;
      }
    }
    return power;
  }

  private static double slope(double[] power) {
    double n = power.length - 1;
    double sumX = 0;
    double sumY = 0;
    double sumXy = 0;
    double sumXx = 0;
    for (int k = 1; k < power.length; k++) {
      double x = Math.log(k);
      double y = Math.log(power[k]);
      sumX += x;
      sumY += y;
      sumXy += x * y;
      sumXx += x * x;
    }
    return (n * sumXy - sumX * sumY) / (n * sumXx - sumX * sumX);
  }

  private static double[] column(float[][] draws, int index) {
    double[] column = new double[draws.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = draws[i][index];
    }
    return column;
  }

  private static double correlation(float[][] draws, int a, int b) {
    double sum = 0;
    for (float[] draw : draws) {
      sum += draw[a] * draw[b];
    }
    return sum / draws.length;
  }
}
