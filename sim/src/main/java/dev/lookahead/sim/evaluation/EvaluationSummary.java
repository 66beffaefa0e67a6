package dev.lookahead.sim.evaluation;

import dev.lookahead.planner.PlanStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One row of the table: what came of all episodes with one policy.
 *
 * @param ever in how many episodes the criterion held after some step
 * @param finallyReached in how many it held after the last step
 * @param medianSuccessSteps steps to the first success, among the episodes that had one; the lower
 *     of the two middle ones
 * @param meanFinalDistance in the unit of the world's positions
 * @param meanMinDistance the least distance of each episode, averaged
 * @param planTimes empty for a policy that does not plan
 * @param planStatuses how often searches ended in which way
 * @param guardedSteps on how many steps of all episodes the guard changed the action
 * @param heldSteps on how many the policy offered none
 */
public record EvaluationSummary(
    SuccessRate ever,
    SuccessRate finallyReached,
    OptionalInt medianSuccessSteps,
    double meanFinalDistance,
    double meanMinDistance,
    Optional<PlanTimes> planTimes,
    Map<PlanStatus, Integer> planStatuses,
    int guardedSteps,
    int heldSteps) {

  /** Copies the statuses. */
  public EvaluationSummary {
    Map<PlanStatus, Integer> ordered = new EnumMap<>(PlanStatus.class);
    ordered.putAll(planStatuses);
    planStatuses = Collections.unmodifiableMap(ordered);
  }

  /**
   * Sums up.
   *
   * @param results at least one
   */
  public static EvaluationSummary of(List<EpisodeResult> results) {
    int ever = (int) results.stream().filter(EpisodeResult::reachedEver).count();
    int finallyReached = (int) results.stream().filter(EpisodeResult::reachedFinally).count();
    List<PlanTime> times = results.stream().flatMap(r -> r.planTimes().stream()).toList();
    Map<PlanStatus, Integer> statuses = new EnumMap<>(PlanStatus.class);
    results.stream()
        .flatMap(r -> r.plans().stream())
        .forEach(plan -> statuses.merge(plan.status(), 1, Integer::sum));
    return new EvaluationSummary(
        new SuccessRate(ever, results.size()),
        new SuccessRate(finallyReached, results.size()),
        medianSuccessSteps(results),
        mean(results.stream().mapToDouble(EpisodeResult::finalDistance).average()),
        mean(results.stream().mapToDouble(EpisodeResult::minDistance).average()),
        times.isEmpty() ? Optional.empty() : Optional.of(PlanTimes.of(times)),
        statuses,
        results.stream().mapToInt(EpisodeResult::guardedSteps).sum(),
        results.stream().mapToInt(EpisodeResult::heldSteps).sum());
  }

  private static OptionalInt medianSuccessSteps(List<EpisodeResult> results) {
    int[] sorted = results.stream().flatMapToInt(r -> r.successSteps().stream()).sorted().toArray();
    return sorted.length == 0
        ? OptionalInt.empty()
        : OptionalInt.of(sorted[(sorted.length - 1) / 2]);
  }

  private static double mean(OptionalDouble average) {
    return average.orElseThrow();
  }
}
