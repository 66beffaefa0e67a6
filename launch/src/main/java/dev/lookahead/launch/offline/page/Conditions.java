package dev.lookahead.launch.offline.page;

import dev.lookahead.launch.offline.MeasurementConditions;
import dev.lookahead.launch.offline.OfflineResults;
import dev.lookahead.launch.report.page.ConditionGroup;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Under which conditions results hold. */
final class Conditions {

  private Conditions() {}

  /** Of one model. */
  static List<ConditionGroup> of(OfflineResults results) {
    MeasurementConditions conditions = results.conditions();
    List<ConditionGroup> groups = new ArrayList<>();
    groups.add(model("Model", conditions));
    ConditionGroup dataset = dataset(conditions);
    Map<String, String> facts = new LinkedHashMap<>(dataset.facts());
    facts.put("content", results.datasetSha256());
    groups.add(new ConditionGroup(dataset.title(), facts));
    groups.addAll(settings(conditions));
    return groups;
  }

  /** Of two models measured alike. */
  static List<ConditionGroup> of(MeasurementConditions first, MeasurementConditions second) {
    List<ConditionGroup> groups = new ArrayList<>();
    groups.add(model("Model A", first));
    groups.add(model("Model B", second));
    groups.add(dataset(first));
    groups.addAll(settings(first));
    return groups;
  }

  private static ConditionGroup model(String title, MeasurementConditions conditions) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("name", conditions.model());
    facts.put("weights", conditions.modelSha256());
    facts.put("parameters", String.format(Locale.ROOT, "%,d", conditions.parameters()));
    facts.put(
        "latent",
        conditions.latentTokens() == 1
            ? "one vector"
            : conditions.latentTokens() + " patch tokens");
    facts.put("steps per block", Integer.toString(conditions.blockSteps()));
    facts.put("engine", conditions.engine().name().toLowerCase(Locale.ROOT));
    return new ConditionGroup(title, facts);
  }

  private static ConditionGroup dataset(MeasurementConditions conditions) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("name", conditions.dataset());
    facts.put("episodes", Integer.toString(conditions.episodes()));
    facts.put(
        "time between frames",
        String.format(Locale.ROOT, "%.4g s", conditions.framePeriodSeconds()));
    facts.put("outline", conditions.outlineSha256());
    return new ConditionGroup("Dataset", facts);
  }

  private static List<ConditionGroup> settings(MeasurementConditions conditions) {
    RolloutSettings measure = conditions.measure();
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("rollouts per episode", Integer.toString(measure.startsPerEpisode()));
    facts.put("blocks ahead", Integer.toString(measure.blocksAhead()));
    facts.put("random actions per start", Integer.toString(measure.candidates()));
    facts.put("points of the landscape's axes", Integer.toString(measure.landscapeSide()));
    facts.put("frames kept per episode, at most", Integer.toString(measure.samplesPerEpisode()));
    facts.put("seed", Long.toString(measure.seed()));
    facts.put("intervals", "95 %, bootstrap over episodes");
    List<ConditionGroup> groups = new ArrayList<>();
    groups.add(new ConditionGroup("Measurement", facts));
    if (!conditions.actionScore().isEmpty()) {
      Map<String, String> planner = new LinkedHashMap<>();
      conditions
          .actionScore()
          .lines()
          .filter(line -> line.contains(":") && !line.stripTrailing().endsWith(":"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                planner.put(line.substring(0, colon), line.substring(colon + 1).strip());
              });
      groups.add(new ConditionGroup("Action score", planner));
    }
    return groups;
  }
}
