package dev.lookahead.planner.distribution;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What a test asks of a set of draws. */
final class SampleStatistics {

  private SampleStatistics() {}

  static double mean(double[] draws) {
    return Arrays.stream(draws).average().orElseThrow();
  }

  static double variance(double[] draws) {
    return centralMoment(draws, 2);
  }

  static double centralMoment(double[] draws, int order) {
    double mean = mean(draws);
    return Arrays.stream(draws).map(x -> Math.pow(x - mean, order)).average().orElseThrow();
  }

  /** The greatest distance between the empirical and a continuous distribution function. */
  static double kolmogorovSmirnov(double[] draws, DoubleUnaryOperator distribution) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double greatest = 0;
    for (int i = 0; i < sorted.length; i++) {
      double expected = distribution.applyAsDouble(sorted[i]);
      double above = (i + 1.0) / sorted.length - expected;
      double below = expected - (double) i / sorted.length;
      greatest = Math.max(greatest, Math.max(above, below));
    }
    return greatest;
  }

  /** The Kolmogorov-Smirnov distance that one in a thousand true samples exceeds. */
  static double critical(int draws) {
    return 1.95 / Math.sqrt(draws);
  }

  /** The standard normal distribution function, to 1e-7 (Abramowitz and Stegun 7.1.26). */
  static double normalDistribution(double x) {
    double z = Math.abs(x) / Math.sqrt(2);
    double t = 1 / (1 + 0.3275911 * z);
    double poly =
        t
            * (0.254829592
                + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    double erf = 1 - poly * Math.exp(-z * z);
    return x < 0 ? 0.5 * (1 - erf) : 0.5 * (1 + erf);
  }
}
