package dev.lookahead.launch.offline;

import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.ModelTrust;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSummary;
import dev.lookahead.worldmodel.file.Sha256;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the measurements of a whole recording come to; a pure function of them.
 *
 * @param conditions of all measurements
 * @param datasetSha256 of the content of all episodes measured
 * @param rollouts what the model is good for
 * @param actionScores whether a planner with it would have acted as was recorded; empty if that was
 *     not measured
 */
public record OfflineResults(
    MeasurementConditions conditions,
    String datasetSha256,
    RolloutSummary rollouts,
    List<AxisScore> actionScores) {

  private static final int RESAMPLES = 1_000;

  /** Copies the list. */
  public OfflineResults {
    actionScores = List.copyOf(actionScores);
  }

  /**
   * Sums a folder up.
   *
   * @throws dev.lookahead.worldmodel.episode.DataException if an episode is missing or damaged
   */
  public static OfflineResults of(MeasurementFolder folder) {
    MeasurementConditions conditions = folder.conditions();
    List<MeasuredEpisode> episodes = folder.episodes();
    Bootstrap bootstrap = new Bootstrap(RESAMPLES, conditions.measure().seed());
    Sha256 content = new Sha256();
    episodes.forEach(e -> content.add(e.episodeSha256().getBytes(StandardCharsets.UTF_8)));
    List<EpisodeMeasurement> rollouts = episodes.stream().map(MeasuredEpisode::rollouts).toList();
    return new OfflineResults(
        conditions,
        content.hex(),
        RolloutSummary.of(rollouts, bootstrap),
        AxisScore.of(
            episodes.stream().flatMap(e -> e.actions().stream()).toList(),
            conditions.actionAxes(),
            bootstrap));
  }

  /** How far the model can be trusted, in environment steps. */
  public int trustedSteps() {
    return rollouts.horizon().blocks() * conditions.blockSteps();
  }

  /** The same, as the model's bundle keeps it. */
  public ModelTrust.Horizon trust() {
    return new ModelTrust.Horizon(
        conditions.dataset(),
        datasetSha256,
        conditions.episodes(),
        trustedSteps(),
        rollouts.horizon().measured() * conditions.blockSteps());
  }

  /**
   * Refuses another model than the one that was measured.
   *
   * @throws CheckpointException naming both
   */
  public void requireModel(ModelBundle model) {
    if (!model.weightsSha256().equals(conditions.modelSha256())) {
      throw new CheckpointException(
          model.directory(),
          "these measurements are of the weights %s, this model has %s"
              .formatted(conditions.modelSha256(), model.weightsSha256()));
    }
  }
}
