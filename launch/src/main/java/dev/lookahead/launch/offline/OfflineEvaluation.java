package dev.lookahead.launch.offline;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.planner.evaluation.ActionScore;
import dev.lookahead.planner.evaluation.ScoredActions;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.Episode;
import dev.lookahead.worldmodel.episode.EpisodeHash;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import dev.lookahead.worldmodel.episode.StepRandom;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.LatentModel;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A model and a recording put together, ready to be measured. */
public final class OfflineEvaluation implements AutoCloseable {

  /** Frames or contexts at once; what a CPU core likes. */
  private static final int BATCH = 64;

  /** Keeps the planner's draws apart from those of the rollouts. */
  private static final long PLANNING = 0x706c616e;

  private final OfflineExperiment experiment;
  private final LoadedModel model;
  private final EpisodeSource source;

  // The episode read last, which is often the one measured next.
  private @Nullable Episode next;
  private int numberOfNext = -1;

  /**
   * Reads the model's description and opens the recording.
   *
   * @throws dev.lookahead.worldmodel.checkpoint.CheckpointException if the model is damaged
   * @throws dev.lookahead.worldmodel.episode.DataException if the recording is damaged or does not
   *     fit the model
   */
  public OfflineEvaluation(OfflineExperiment experiment) throws IOException {
    this.experiment = experiment;
    this.model = LoadedModel.read(ModelStore.find(experiment.model()));
    this.source =
        Recordings.openFor(
            model.bundle().manifest(),
            experiment.dataset(),
            experiment.mapping(),
            experiment.anyRate());
  }

  /** The model under test. */
  public LoadedModel model() {
    return model;
  }

  /** The recording. */
  public EpisodeSource source() {
    return source;
  }

  /** The conditions of the measurements. */
  public MeasurementConditions conditions() {
    WorldModelSpec spec = model.config().spec();
    DatasetSpec recorded = source.spec();
    return new MeasurementConditions(
        MeasurementConditions.FORMAT_VERSION,
        experiment.model(),
        model.bundle().weightsSha256(),
        model.parameterCount(),
        String.valueOf(experiment.dataset().getFileName()),
        EpisodeHash.outline(source),
        experiment.episodes() == 0 ? source.size() : Math.min(source.size(), experiment.episodes()),
        recorded.framePeriodNanos() / 1e9,
        spec.blockSteps(),
        spec.actionSpace().axes(),
        recorded.states(),
        experiment.measure(),
        experiment.actionScore().starts() == 0 ? "" : ConfigText.yaml(experiment.actionScore()),
        experiment.engine().engine().name());
  }

  /**
   * Measures the episodes of a shard that the folder does not have yet.
   *
   * @param measured is told the number of each episode that is in the folder now
   */
  public void run(
      MeasurementFolder folder, Shard shard, BooleanSupplier stopRequested, IntConsumer measured)
      throws IOException {
    try (LatentModel latents = model.latents(experiment.engine(), BATCH);
        WorldModel planned = model.open(experiment.engine(), experiment.actionScore().cost())) {
      ActionScore score =
          new ActionScore(
              planned,
              experiment.actionScore().planner().planner(),
              experiment.actionScore().goalBlocks());
      for (int number : shard.of(folder.conditions().episodes()).toArray()) {
        if (stopRequested.getAsBoolean()) {
          return;
        }
        if (!folder.has(number)) {
          measure(latents, score, number, folder);
        }
        measured.accept(number);
      }
    }
  }

  private void measure(LatentModel latents, ActionScore score, int number, MeasurementFolder folder)
      throws IOException {
    Episode episode = numberOfNext == number && next != null ? next : source.episode(number);
    numberOfNext = (number + 1) % source.size();
    next = numberOfNext == number ? episode : source.episode(numberOfNext);
    EpisodeMeasurement rollouts =
        EpisodeMeasurement.of(latents, number, episode, next, experiment.measure());
    List<Integer> starts =
        rollouts.starts().stream().limit(experiment.actionScore().starts()).toList();
    List<ScoredActions> actions =
        starts.isEmpty()
            ? List.of()
            : List.of(
                score.score(
                    episode,
                    starts,
                    StepRandom.of(experiment.measure().seed() ^ PLANNING, number)));
    MeasuredEpisode measured =
        new MeasuredEpisode(
            MeasuredEpisode.FORMAT_VERSION, EpisodeHash.of(episode), rollouts, actions);
    folder.write(measured, FrameSheet.png(episode, measured.pictured()));
  }

  @Override
  public void close() {
    source.close();
  }
}
