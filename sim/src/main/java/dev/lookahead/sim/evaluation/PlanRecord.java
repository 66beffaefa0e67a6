package dev.lookahead.sim.evaluation;

import dev.lookahead.planner.PlanIteration;
import dev.lookahead.planner.PlanStatus;
import dev.lookahead.planner.mpc.MpcEvent;
import java.util.List;

/**
 * What is kept of one planning, without its times: equal seeds give equal records.
 *
 * @param step the environment step it was made at, from zero
 * @param status how the search ended
 * @param cost of the plan; +Infinity if it was never evaluated
 * @param currentDistance from the observation to the goal, in the model's units
 * @param predictedDistances to the goal after each action block of the plan, in the model's units;
 *     empty if the plan was not explained
 * @param iterations what each iteration of the search saw
 */
public record PlanRecord(
    int step,
    PlanStatus status,
    float cost,
    float currentDistance,
    List<Float> predictedDistances,
    List<PlanIteration> iterations) {

  /** Copies the lists. */
  public PlanRecord {
    predictedDistances = List.copyOf(predictedDistances);
    iterations = List.copyOf(iterations);
  }

  static PlanRecord of(MpcEvent.Planned planned) {
    return new PlanRecord(
        planned.step(),
        planned.plan().status(),
        planned.plan().cost(),
        planned.currentDistance(),
        planned.explanation().predictedDistances(),
        planned.plan().iterations());
  }
}
