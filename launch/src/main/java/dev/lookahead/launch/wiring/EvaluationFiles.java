package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.evaluation.EpisodeLines;
import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.SummaryTree;
import dev.lookahead.launch.report.EpisodeFilm;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.report.page.ConditionGroup;
import dev.lookahead.launch.report.page.EvaluationPage;
import dev.lookahead.launch.report.page.EvaluationReport;
import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation leaves in its folder: {@code episodes.jsonl}, which equal seeds repeat byte
 * for byte, {@code plan-times.jsonl}, {@code summary.json}, {@code report.html} and films of the
 * first episodes.
 */
public final class EvaluationFiles {

  private final EvaluationRun run;
  private final EvaluationExperiment experiment;
  private final RunFolder folder;

  /** The files of a run in its folder. */
  public EvaluationFiles(EvaluationRun run, EvaluationExperiment experiment, RunFolder folder) {
    this.run = run;
    this.experiment = experiment;
    this.folder = folder;
  }

  /**
   * Writes the results.
   *
   * @param versions of everything that took part
   * @return the content of {@code summary.json}
   */
  public Map<String, Object> write(
      List<EvaluatedProtocol> evaluated, Map<String, String> versions) {
    byte[] episodes = EpisodeLines.episodes(evaluated);
    folder.write("episodes.jsonl", episodes);
    folder.write("plan-times.jsonl", EpisodeLines.times(evaluated));
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("subject", run.subject());
    summary.put(
        "model_sha256", run.model().map(LoadedModel::bundle).map(ModelBundle::weightsSha256));
    run.missedSteps().ifPresent(missed -> summary.put("missed_steps", missed));
    summary.put("episodes_sha256", new Sha256().add(episodes).hex());
    summary.put("results", SummaryTree.of(evaluated, unit()));
    folder.write("summary.json", JsonText.pretty(summary).getBytes(StandardCharsets.UTF_8));
    if (!evaluated.isEmpty()) {
      folder.write("report.html", EvaluationPage.html(report(evaluated, versions)));
      films(evaluated.get(0));
    }
    return summary;
  }

  /** The unit of positions and distances. */
  public String unit() {
    return run.world().stateAxes().get(0).unit();
  }

  private void films(EvaluatedProtocol evaluated) {
    EpisodeFilm film = new EpisodeFilm(run.world(), run.frameSize());
    for (EpisodeResult result :
        evaluated.subject().results().stream().limit(experiment.films()).toList()) {
      folder.write(
          "films/%s-%03d.gif".formatted(evaluated.pairs(), result.episode()), film.of(result));
    }
  }

  private EvaluationReport report(List<EvaluatedProtocol> evaluated, Map<String, String> versions) {
    int blockSteps = run.model().map(model -> model.config().actions().blockSteps()).orElse(1);
    List<ConditionGroup> conditions = new ArrayList<>();
    run.model().ifPresent(model -> conditions.add(new ConditionGroup("Model", model.facts())));
    Map<String, String> protocol = new LinkedHashMap<>();
    protocol.put("protocol", experiment.protocol());
    protocol.put("note", run.protocolNote());
    run.missedSteps()
        .ifPresent(missed -> protocol.put("steps without a new command", Long.toString(missed)));
    protocol.put("seed", Long.toString(experiment.seed()));
    conditions.add(new ConditionGroup("Protocol", protocol));
    conditions.add(
        new ConditionGroup("Planning", Map.of("settings", ConfigText.yaml(experiment.control()))));
    conditions.add(new ConditionGroup("Versions", versions));
    return new EvaluationReport(run.world(), run.frameSize(), blockSteps, evaluated, conditions);
  }
}
