package dev.lookahead.launch.evaluation;

import dev.lookahead.launch.report.JsonText;
import dev.lookahead.planner.PlanIteration;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.PlanRecord;
import dev.lookahead.sim.evaluation.PlanTime;
import dev.lookahead.sim.evaluation.StateVector;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Results as JSON lines. Everything that equal seeds repeat stands in one file, which is therefore
 * the same byte for byte; times stand in another.
 */
public final class EpisodeLines {

  private EpisodeLines() {}

  /** One line per episode of every row: what happened, step by step and plan by plan. */
  public static byte[] episodes(List<EvaluatedProtocol> evaluated) {
    return lines(evaluated, EpisodeLines::episode);
  }

  /** One line per episode of every row that plans: how long each plan took. */
  public static byte[] times(List<EvaluatedProtocol> evaluated) {
    return lines(evaluated, EpisodeLines::planTimes);
  }

  private interface Line {
    Map<String, Object> of(EpisodeResult result);
  }

  private static byte[] lines(List<EvaluatedProtocol> evaluated, Line line) {
    StringBuilder text = new StringBuilder();
    for (EvaluatedProtocol part : evaluated) {
      for (PolicyRow row : part.rows()) {
        for (EpisodeResult result : row.results()) {
          Map<String, Object> content = line.of(result);
          if (!content.isEmpty()) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("protocol", part.protocol().name());
            whole.put("pairs", part.pairs());
            whole.put("policy", row.policy());
            whole.put("episode", result.episode());
            whole.putAll(content);
            text.append(JsonText.line(whole)).append('\n');
          }
        }
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> episode(EpisodeResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("start", result.pair().start().toList());
    line.put("goal", result.pair().goal().toList());
    line.put("reached_ever", result.reachedEver());
    line.put("reached_finally", result.reachedFinally());
    result.successSteps().ifPresent(steps -> line.put("success_steps", steps));
    line.put("final_distance", result.finalDistance());
    line.put("min_distance", result.minDistance());
    line.put("guarded_steps", result.guardedSteps());
    line.put("held_steps", result.heldSteps());
    line.put("states", result.trajectory().states().stream().map(StateVector::toList).toList());
    line.put("actions", result.trajectory().actions());
    line.put("goal_distances", result.trajectory().goalDistances());
    line.put("plans", result.plans().stream().map(EpisodeLines::plan).toList());
    return line;
  }

  private static Map<String, Object> plan(PlanRecord plan) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("step", plan.step());
    line.put("status", plan.status());
    line.put("cost", plan.cost());
    line.put("current_distance", plan.currentDistance());
    line.put("predicted_distances", plan.predictedDistances());
    line.put("best_costs", plan.iterations().stream().map(PlanIteration::bestCost).toList());
    line.put("elite_costs", plan.iterations().stream().map(PlanIteration::eliteMeanCost).toList());
    line.put("stds", plan.iterations().stream().map(PlanIteration::meanStd).toList());
    return line;
  }

  private static Map<String, Object> planTimes(EpisodeResult result) {
    Map<String, Object> line = new LinkedHashMap<>();
    if (!result.planTimes().isEmpty()) {
      line.put("steps", result.planTimes().stream().map(PlanTime::step).toList());
      line.put("encoding_nanos", result.planTimes().stream().map(PlanTime::encodingNanos).toList());
      line.put(
          "evaluating_nanos", result.planTimes().stream().map(PlanTime::evaluatingNanos).toList());
      line.put("total_nanos", result.planTimes().stream().map(PlanTime::totalNanos).toList());
    }
    return line;
  }
}
