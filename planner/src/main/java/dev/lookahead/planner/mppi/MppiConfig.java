package dev.lookahead.planner.mppi;

import dev.lookahead.planner.Returned;
import dev.lookahead.planner.Setting;

/**
 * Settings of {@link Mppi}. Standard deviations are shares of half the range of each axis.
 *
 * @param samples N, candidates per iteration, 2 to 100,000
 * @param elites how many of the best candidates vote, 1 to {@code samples}; all of them in Williams
 *     et al., fewer in TD-MPC2
 * @param iterations the most updates, 1 to 10,000
 * @param holdSteps environment steps each sampled action is held, at least 1
 * @param temperature lambda, in the units of the cost, above 0: a candidate this much worse than
 *     the best has 1/e of its weight
 * @param std the standard deviation of the noise, above 0 to 10
 * @param minStd the floor of a fitted standard deviation, 0 to {@code std}
 * @param momentum the share of the old mean that survives an update, 0 to below 1
 * @param stdMomentum the share of the old standard deviation that survives an update; 1 keeps it,
 *     as Williams et al. do
 * @param returned which sequence is the plan
 */
public record MppiConfig(
    int samples,
    int elites,
    int iterations,
    int holdSteps,
    float temperature,
    float std,
    float minStd,
    float momentum,
    float stdMomentum,
    Returned returned) {

  /** Checks every range. */
  public MppiConfig {
    Setting.inRange("samples", samples, 2, 100_000);
    Setting.inRange("elites", elites, 1, samples);
    Setting.inRange("iterations", iterations, 1, 10_000);
    Setting.inRange("holdSteps", holdSteps, 1, 100_000);
    Setting.inRange("temperature", temperature, Float.MIN_NORMAL, Float.MAX_VALUE);
    Setting.inRange("std", std, Float.MIN_NORMAL, 10);
    Setting.inRange("minStd", minStd, 0, std);
    Setting.inRange("momentum", momentum, 0, Math.nextDown(1f));
    Setting.inRange("stdMomentum", stdMomentum, 0, 1);
  }

  /**
   * 300 samples, 30 voting, 30 iterations and a temperature of 0.5 as in stable-worldmodel; fixed
   * noise and the mean as the plan, as in Williams et al.
   */
  public static MppiConfig defaults() {
    return new MppiConfig(300, 30, 30, 1, 0.5f, 1f, 0.05f, 0f, 1f, Returned.FINAL_MEAN);
  }
}
