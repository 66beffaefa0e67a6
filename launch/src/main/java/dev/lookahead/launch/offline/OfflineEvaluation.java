package dev.lookahead.launch.offline;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeHash;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** A model and a recording put together, ready to be measured. */
public final class OfflineEvaluation implements AutoCloseable {

  private final OfflineExperiment experiment;
  private final LoadedModel model;
  private final EpisodeSource source;

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
        model.config().vision().latentTokens(),
        String.valueOf(experiment.dataset().getFileName()),
        EpisodeHash.outline(source),
        episodes(),
        recorded.framePeriodNanos() / 1e9,
        spec.blockSteps(),
        spec.actionSpace().axes(),
        recorded.states(),
        experiment.measure(),
        experiment.actionScore().starts() == 0 ? "" : ConfigText.yaml(experiment.actionScore()),
        experiment.engine());
  }

  private int episodes() {
    return experiment.episodes() == 0
        ? source.size()
        : Math.min(source.size(), experiment.episodes());
  }

  /**
   * Puts the model on the engine; once per thread.
   *
   * @return closed by the caller, before this
   */
  public EpisodeMeter meter() {
    return new EpisodeMeter(experiment, model, source, episodes());
  }

  /**
   * Measures the episodes of a shard that the folder does not have yet.
   *
   * @param measured is told the number of each episode that is in the folder now
   */
  public void run(
      MeasurementFolder folder, Shard shard, BooleanSupplier stopRequested, IntConsumer measured)
      throws IOException {
    try (EpisodeMeter meter = meter()) {
      for (int number : shard.of(folder.conditions().episodes()).toArray()) {
        if (stopRequested.getAsBoolean()) {
          return;
        }
        if (!folder.has(number)) {
          folder.write(meter.measure(number));
        }
        measured.accept(number);
      }
    }
  }

  @Override
  public void close() {
    source.close();
  }
}
