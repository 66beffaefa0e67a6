package dev.lookahead.launch.evaluation;

import dev.lookahead.sim.evaluation.EvaluationSummary;
import dev.lookahead.sim.evaluation.PlanTimes;
import dev.lookahead.sim.evaluation.SuccessRate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers of an evaluation as a tree for JSON. */
public final class SummaryTree {

  private SummaryTree() {}

  /**
   * One entry per set of pairs, each with one entry per row.
   *
   * @param unit of the world's positions
   */
  public static List<Map<String, Object>> of(List<EvaluatedProtocol> evaluated, String unit) {
    return evaluated.stream().map(part -> part(part, unit)).toList();
  }

  private static Map<String, Object> part(EvaluatedProtocol part, String unit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("environment", part.protocol().environment());
    tree.put("protocol", part.protocol().name());
    tree.put("pairs", part.pairs());
    tree.put("episodes", part.protocol().episodes().size());
    tree.put("budget_steps", part.protocol().budgetSteps());
    tree.put("distance_unit", unit);
    tree.put("rows", part.rows().stream().map(SummaryTree::row).toList());
    return tree;
  }

  private static Map<String, Object> row(PolicyRow row) {
    EvaluationSummary summary = row.summary();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("policy", row.policy());
    tree.put("reached_ever", rate(summary.ever()));
    tree.put("reached_finally", rate(summary.finallyReached()));
    summary.medianSuccessSteps().ifPresent(steps -> tree.put("median_success_steps", steps));
    tree.put("mean_final_distance", summary.meanFinalDistance());
    tree.put("mean_min_distance", summary.meanMinDistance());
    summary.planTimes().ifPresent(times -> tree.put("plan_times", times(times)));
    if (!summary.planStatuses().isEmpty()) {
      tree.put("plan_statuses", summary.planStatuses());
    }
    tree.put("guarded_steps", summary.guardedSteps());
    tree.put("held_steps", summary.heldSteps());
    return tree;
  }

  private static Map<String, Object> rate(SuccessRate rate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("successes", rate.successes());
    tree.put("episodes", rate.trials());
    tree.put("rate", rate.share());
    tree.put("wilson_95", List.of(rate.interval().low(), rate.interval().high()));
    return tree;
  }

  private static Map<String, Object> times(PlanTimes times) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("plans", times.plans());
    tree.put("p50_ms", times.p50Nanos() / 1e6);
    tree.put("p90_ms", times.p90Nanos() / 1e6);
    tree.put("p99_ms", times.p99Nanos() / 1e6);
    tree.put("max_ms", times.maxNanos() / 1e6);
    return tree;
  }
}
