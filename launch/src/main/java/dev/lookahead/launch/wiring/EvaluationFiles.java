package dev.lookahead.launch.wiring;

import dev.lookahead.launch.evaluation.EpisodeLines;
import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.SummaryTree;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation leaves in its folder: {@code episodes.jsonl}, which equal seeds repeat byte
 * for byte, {@code plan-times.jsonl} and {@code summary.json}.
 */
public final class EvaluationFiles {

  private final EvaluationRun run;
  private final RunFolder folder;

  /** The files of a run in its folder. */
  public EvaluationFiles(EvaluationRun run, RunFolder folder) {
    this.run = run;
    this.folder = folder;
  }

  /**
   * Writes the results.
   *
   * @return the content of {@code summary.json}
   */
  public Map<String, Object> write(List<EvaluatedProtocol> evaluated) {
    byte[] episodes = EpisodeLines.episodes(evaluated);
    folder.write("episodes.jsonl", episodes);
    folder.write("plan-times.jsonl", EpisodeLines.times(evaluated));
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("subject", run.subject());
    summary.put(
        "model_sha256", run.model().map(LoadedModel::bundle).map(ModelBundle::weightsSha256));
    summary.put("episodes_sha256", new Sha256().add(episodes).hex());
    summary.put("results", SummaryTree.of(evaluated, unit()));
    folder.write("summary.json", JsonText.pretty(summary).getBytes(StandardCharsets.UTF_8));
    return summary;
  }

  /** The unit of positions and distances. */
  public String unit() {
    return run.world().stateAxes().get(0).unit();
  }
}
