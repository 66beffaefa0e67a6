package dev.lookahead.launch.wiring;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.checkpoint.Normalizers;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.RunningStatistics;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaConfigJson;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.training.ClipTask;
import dev.lookahead.worldmodel.training.TrainingData;
import dev.lookahead.worldmodel.training.TrainingLoop;
import dev.lookahead.worldmodel.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** A training experiment put together: data split, statistics taken, model built. */
public final class TrainingRun implements LearningRun {

  /** A standard deviation below this is taken for an axis that never moves. */
  private static final double STD_FLOOR = 1e-3;

  private static final int MIN_EPISODES = 2;

  private final TrainingExperiment experiment;
  private final EpisodeDataset dataset;
  private final JepaObjective objective;
  private final Normalizers normalizers;
  private final TrainingLoop<ClipBatch> loop;
  private final String identity;

  /**
   * Opens the data and builds the model.
   *
   * @throws DataException if the data is missing or damaged
   * @throws IllegalArgumentException if model, objective and data do not fit
   */
  public TrainingRun(TrainingExperiment experiment) {
    this.experiment = experiment;
    this.dataset = EpisodeDataset.open(experiment.data());
    if (dataset.size() < MIN_EPISODES) {
      throw new DataException(
          experiment.data(),
          "training needs at least %d episodes, one of them to hold out, found %d"
              .formatted(MIN_EPISODES, dataset.size()));
    }
    long seed = experiment.training().seed();
    DatasetSplit split =
        DatasetSplit.draw(dataset.size(), experiment.training().validationFraction(), seed);
    Normalizer actions = RunningStatistics.ofActions(dataset, split.training(), STD_FLOOR);
    Normalizer feels = RunningStatistics.ofProprioception(dataset, split.training(), STD_FLOOR);
    JepaConfig config = experiment.model().config(dataset.spec().actionSpace(), actions, feels);
    this.normalizers = new Normalizers(actions, feels, pixels(config));
    this.objective =
        new JepaObjective(
            new Jepa(config),
            experiment.objective(),
            experiment.training().batch(),
            experiment.training().clipFrames());
    this.identity = identity();
    TensorEngine engine = experiment.engine().engine();
    this.loop =
        new TrainingLoop<>(
            engine,
            new ClipTask(
                engine, objective, experiment.training(), new TrainingData(dataset, split)),
            identity);
  }

  @Override
  public TrainingLoop<ClipBatch> loop() {
    return loop;
  }

  @Override
  public void writeBundle(Path directory, TrainingResult result, Provenance provenance)
      throws IOException {
    JepaConfig config = objective.jepa().config();
    BundleManifest manifest =
        new BundleManifest(
            JepaConfigJson.write(config),
            config.spec(),
            OptionalLong.of(dataset.spec().framePeriodNanos()),
            normalizers,
            provenance);
    ModelBundle.write(directory, manifest, objective.planning(result.state().parameters()));
  }

  @Override
  public long seed() {
    return experiment.training().seed();
  }

  @Override
  public String dataHash() {
    return dataset.contentHash();
  }

  @Override
  public String dataDescription() {
    return "%s: %d episodes, %d frames of %dx%d, actions %s"
        .formatted(
            dataset.spec().world(),
            dataset.size(),
            dataset.frames(),
            dataset.spec().frameWidth(),
            dataset.spec().frameHeight(),
            dataset.spec().actionSpace().axes().stream().map(ActionAxis::name).toList());
  }

  private static Normalizer pixels(JepaConfig config) {
    float[] mean = new float[3];
    float[] std = new float[3];
    for (int i = 0; i < 3; i++) {
      mean[i] = config.pixels().mean().get(i);
      std[i] = config.pixels().std().get(i);
    }
    return new Normalizer(mean, std);
  }

  /**
   * A hash of everything a training state depends on. The engine is not part of it: all give the
   * same numbers.
   */
  private String identity() {
    return RunIdentity.of(
        dataset.contentHash(), experiment.model(), experiment.objective(), experiment.training());
  }
}
