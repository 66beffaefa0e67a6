package dev.lookahead.planner.icem;

import dev.lookahead.planner.Returned;
import dev.lookahead.planner.Setting;

/**
 * Settings of {@link Icem}; symbols of the paper in parentheses. Standard deviations are shares of
 * half the range of each axis.
 *
 * @param samples (N) candidates of the first iteration, 4 to 100,000
 * @param elites (K) the best candidates the distribution is fitted to, 1 to half of {@code samples}
 * @param iterations the most fits, 1 to 10,000
 * @param holdSteps environment steps each sampled action is held, at least 1
 * @param initialStd (sigma init) the standard deviation of the first iteration, above 0 to 10
 * @param minStd the floor of the standard deviation, 0 to {@code initialStd}
 * @param momentum (alpha) the share of the old mean and standard deviation that survives a fit, 0
 *     to below 1
 * @param noiseExponent (beta) the spectral exponent of the noise along the horizon, 0 to 10: 0 is
 *     white, higher is smoother
 * @param keptElites (xi) the share of elites that compete again in the next iteration, 0 to 1
 * @param populationDecay (gamma) the divisor of the population per iteration, 1 to 10; it never
 *     falls below twice the elites
 * @param convergedStd the search ends once the average standard deviation is at or below this; 0
 *     for never, unless the distribution collapses to a point
 * @param returned which sequence is the plan
 */
public record IcemConfig(
    int samples,
    int elites,
    int iterations,
    int holdSteps,
    float initialStd,
    float minStd,
    float momentum,
    float noiseExponent,
    float keptElites,
    float populationDecay,
    float convergedStd,
    Returned returned) {

  /** Checks every range. */
  public IcemConfig {
    Setting.inRange("samples", samples, 4, 100_000);
    Setting.inRange("elites", elites, 1, samples / 2);
    Setting.inRange("iterations", iterations, 1, 10_000);
    Setting.inRange("holdSteps", holdSteps, 1, 100_000);
    Setting.inRange("initialStd", initialStd, Float.MIN_NORMAL, 10);
    Setting.inRange("minStd", minStd, 0, initialStd);
    Setting.inRange("momentum", momentum, 0, Math.nextDown(1f));
    Setting.inRange("noiseExponent", noiseExponent, 0, 10);
    Setting.inRange("keptElites", keptElites, 0, 1);
    Setting.inRange("populationDecay", populationDecay, 1, 10);
    Setting.inRange("convergedStd", convergedStd, 0, 10);
  }

  /**
   * The paper's common settings: 10 elites, alpha 0.1, xi 0.3, gamma 1.25, sigma 0.5, without a
   * floor; beta 2 and 100 samples as stable-worldmodel uses them. The paper gives the iterations no
   * fixed number; 10 here.
   */
  public static IcemConfig defaults() {
    return new IcemConfig(100, 10, 10, 1, 0.5f, 0f, 0.1f, 2f, 0.3f, 1.25f, 0f, Returned.BEST_SEEN);
  }

  /** The candidates to sample in an iteration: N / gamma^i, at least 2 K. */
  public int population(int iteration) {
    double decayed = samples / StrictMath.pow(populationDecay, iteration);
    return Math.max(2 * elites, (int) decayed);
  }

  /** How many of the elites compete again. */
  public int keptCount() {
    return (int) (elites * keptElites);
  }
}
