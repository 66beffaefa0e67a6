package dev.lookahead.planner.shooting;

import dev.lookahead.planner.Setting;

/**
 * Settings of {@link RandomShooting}.
 *
 * @param samples N, candidates per iteration, 2 to 100,000
 * @param iterations how many batches of N are tried, 1 to 10,000; between two of them the deadline
 *     is looked at
 * @param holdSteps environment steps each sampled action is held, at least 1
 */
public record RandomShootingConfig(int samples, int iterations, int holdSteps) {

  /** Checks every range. */
  public RandomShootingConfig {
    Setting.inRange("samples", samples, 2, 100_000);
    Setting.inRange("iterations", iterations, 1, 10_000);
    Setting.inRange("holdSteps", holdSteps, 1, 100_000);
  }

  /** 9,000 candidates in 30 batches: as many as the defaults of the other planners look at. */
  public static RandomShootingConfig defaults() {
    return new RandomShootingConfig(300, 30, 1);
  }
}
