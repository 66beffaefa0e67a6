package dev.lookahead.sim.evaluation;

import dev.lookahead.planner.mpc.MpcEvent;

/**
 * How long one planning took, on the clock of the evaluation.
 *
 * @param step the environment step it was made at, from zero
 * @param encodingNanos encoding context and goal
 * @param evaluatingNanos the part of the search spent in rollouts
 * @param totalNanos from the observation to the plan
 */
public record PlanTime(int step, long encodingNanos, long evaluatingNanos, long totalNanos) {

  static PlanTime of(MpcEvent.Planned planned) {
    return new PlanTime(
        planned.step(),
        planned.encodingNanos(),
        planned.plan().timing().evaluatingNanos(),
        planned.totalNanos());
  }
}
