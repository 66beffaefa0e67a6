package dev.lookahead.launch.offline;

import dev.lookahead.planner.evaluation.AxisScore;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.ModelTrust;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.RolloutSummary;
import dev.lookahead.worldmodel.evaluation.rollout.Surprise;
import dev.lookahead.worldmodel.file.Sha256;
import dev.lookahead.worldmodel.pretraining.AttentiveStateProbe;
import dev.lookahead.worldmodel.probe.LatentProbes;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.RocCurve;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the measurements of a whole recording come to; a pure function of them.
 *
 * @param conditions of all measurements
 * @param datasetSha256 of the content of all episodes measured
 * @param refused the episodes left out because their recording is damaged
 * @param rollouts what the model is good for
 * @param actionScores whether a planner with it would have acted as was recorded; empty if that was
 *     not measured
 * @param teleportCurve how well surprise tells teleports from what was recorded
 * @param swapCurve the same of swapped frames
 * @param worstFirst episodes with rollouts, those with the greatest error first
 * @param films what the model thought comes next, in the worst episodes and some typical ones
 */
public record OfflineResults(
    MeasurementConditions conditions,
    String datasetSha256,
    List<RefusedEpisode> refused,
    RolloutSummary rollouts,
    List<AxisScore> actionScores,
    RocCurve teleportCurve,
    RocCurve swapCurve,
    List<EpisodeFigures> worstFirst,
    List<Filmstrip> films) {

  private static final int RESAMPLES = 1_000;
  private static final int ATTENTIVE_EPOCHS = 40;
  private static final float ATTENTIVE_RATE = 2e-3f;

  /** Copies the lists. */
  public OfflineResults {
    refused = List.copyOf(refused);
    actionScores = List.copyOf(actionScores);
    worstFirst = List.copyOf(worstFirst);
    films = List.copyOf(films);
  }

  /**
   * Sums a folder up.
   *
   * <p>Of latents that are patch tokens an attentive probe is trained, on the engine that measured.
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
    double[] recorded = pooled(rollouts, Surprise::recorded);
    List<EpisodeFigures> worstFirst = EpisodeFigures.worstFirst(episodes);
    return new OfflineResults(
        conditions,
        content.hex(),
        folder.refused(),
        RolloutSummary.of(
            rollouts, probes(conditions, rollouts.get(0).latents().columns(), bootstrap)),
        AxisScore.of(
            episodes.stream().flatMap(e -> e.actions().stream()).toList(),
            conditions.actionAxes(),
            bootstrap),
        RocCurve.of(recorded, pooled(rollouts, Surprise::teleported)),
        RocCurve.of(recorded, pooled(rollouts, Surprise::swapped)),
        worstFirst,
        Filmstrip.chosen(episodes, worstFirst));
  }

  private static LatentProbes probes(
      MeasurementConditions conditions, int width, Bootstrap bootstrap) {
    int tokens = conditions.latentTokens();
    return tokens == 1
        ? LatentProbes.ofVectors(bootstrap)
        : LatentProbes.ofTokens(
            tokens,
            AttentiveStateProbe.of(
                conditions.engine().engine(),
                tokens,
                width / tokens,
                ATTENTIVE_EPOCHS,
                ATTENTIVE_RATE,
                bootstrap.seed()),
            bootstrap);
  }

  private static double[] pooled(
      List<EpisodeMeasurement> episodes, Function<Surprise, List<Float>> part) {
    return episodes.stream()
        .flatMap(episode -> part.apply(episode.surprise()).stream())
        .mapToDouble(Float::doubleValue)
        .toArray();
  }

  /** The probe that is believed: the one that reads all there is with the least freedom. */
  public String believedProbe() {
    return conditions.latentTokens() == 1 ? "ridge" : "attentive";
  }

  /** What the probes read, as a sentence. */
  public String probesNote() {
    return conditions.latentTokens() == 1
        ? "The model makes one vector of a frame, so that there are no patch tokens for an attentive probe."
        : "The attentive probe reads all %d patch tokens of a frame, the others their mean."
            .formatted(conditions.latentTokens());
  }

  /** How far the model can be trusted, in environment steps. */
  public int trustedSteps() {
    return rollouts.horizon().blocks() * conditions.blockSteps();
  }

  /** The same, as the model's bundle keeps it; empty if too little was measured to know it. */
  public Optional<ModelTrust.Horizon> trust() {
    if (rollouts.tooFew()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelTrust.Horizon(
            conditions.dataset(),
            datasetSha256,
            rollouts.episodes(),
            trustedSteps(),
            rollouts.horizon().measured() * conditions.blockSteps()));
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
