package dev.lookahead.planner.mpc;

import dev.lookahead.planner.Setting;

/**
 * Settings of {@link MpcPolicy}. All steps are environment steps.
 *
 * @param horizonSteps H, how far each plan looks, at least 1 and a multiple of the model's block
 * @param executeSteps how much of a plan is executed before the next one is made, 1 to H
 * @param warmStart where a search starts
 * @param carriedElites how many elites of the previous plan, shifted by the steps executed, compete
 *     in the next (iCEM's shifted elites), 0 to 32 and fewer than the planner samples
 * @param budgetNanos the time one planning may take, encoding included; {@link Long#MAX_VALUE} for
 *     no deadline
 * @param fallbackPlans how many plannings in a row may fail to evaluate anything and still continue
 *     on the previous plan, 0 to 1,000; after that the policy offers no action
 * @param explain whether each plan is rolled out once more, if time is left, to report its
 *     predicted distances and cost terms
 */
public record MpcConfig(
    int horizonSteps,
    int executeSteps,
    WarmStart warmStart,
    int carriedElites,
    long budgetNanos,
    int fallbackPlans,
    boolean explain) {

  /** Checks every range. */
  public MpcConfig {
    Setting.inRange("horizonSteps", horizonSteps, 1, 100_000);
    Setting.inRange("executeSteps", executeSteps, 1, horizonSteps);
    Setting.inRange("carriedElites", carriedElites, 0, 32);
    Setting.inRange("budgetNanos", budgetNanos, 1, Long.MAX_VALUE);
    Setting.inRange("fallbackPlans", fallbackPlans, 0, 1_000);
  }

  /**
   * A horizon of 25 steps (5 blocks of 5 in LeWorldModel and DINO-WM), replanned after 5; warm
   * start as in TD-MPC2, three elites carried as in iCEM (30 % of 10), no deadline.
   */
  public static MpcConfig defaults() {
    return new MpcConfig(25, 5, WarmStart.REPEAT_LAST, 3, Long.MAX_VALUE, 3, true);
  }

  /** The same settings with a deadline of their own or this one, whichever is shorter. */
  public MpcConfig withinBudget(long nanos) {
    return new MpcConfig(
        horizonSteps,
        executeSteps,
        warmStart,
        carriedElites,
        Math.min(budgetNanos, nanos),
        fallbackPlans,
        explain);
  }
}
