package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.report.page.ConditionGroup;
import java.util.List;
import java.util.Map;

/**
 * What a drive was made with, as its report says it.
 *
 * @param versions of everything that takes part
 */
record DriveConditions(
    DriveExperiment experiment, LoadedModel model, Map<String, String> versions) {

  List<ConditionGroup> groups() {
    return List.of(
        new ConditionGroup("Model", model.facts()),
        new ConditionGroup("Drive", Map.of("seed", Long.toString(experiment.seed()))),
        new ConditionGroup("Robot", Map.of("link", ConfigText.yaml(experiment.body().link()))),
        new ConditionGroup("Safety", Map.of("settings", ConfigText.yaml(experiment.safety()))),
        new ConditionGroup("Planning", Map.of("settings", ConfigText.yaml(experiment.control()))),
        new ConditionGroup("Versions", versions));
  }
}
