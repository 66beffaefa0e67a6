package dev.lookahead.planner.mppi;

import dev.lookahead.planner.distribution.Elites;

/**
 * The weight of each candidate: {@code w_i = exp(-(c_i - min c) / lambda) / sum} (Williams et al.
 * 2017, algorithm 2). Subtracting the least cost leaves the weights as they are and keeps the
 * exponential from under- or overflowing.
 */
final class PathIntegralWeights {

  private PathIntegralWeights() {}

  /** Overwrites the first weights [E], one per elite, so that they add up to one. */
  static void fill(Elites elites, float temperature, float[] weights) {
    double least = elites.cost(0);
    double sum = 0;
    for (int e = 0; e < elites.count(); e++) {
      sum += unnormalised(elites.cost(e), least, temperature);
    }
    for (int e = 0; e < elites.count(); e++) {
      weights[e] = (float) (unnormalised(elites.cost(e), least, temperature) / sum);
    }
  }

  private static double unnormalised(double cost, double least, double temperature) {
    return StrictMath.exp(-(cost - least) / temperature);
  }
}
