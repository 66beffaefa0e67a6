package dev.lookahead.launch.wiring;

import dev.lookahead.config.ConfigText;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.checkpoint.BundleManifest;
import dev.lookahead.worldmodel.checkpoint.CheckpointException;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.checkpoint.Normalizers;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.RunningStatistics;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.JepaConfigJson;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingData;
import dev.lookahead.worldmodel.training.TrainingEvent;
import dev.lookahead.worldmodel.training.TrainingLoop;
import dev.lookahead.worldmodel.training.TrainingResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A training experiment put together: data split, statistics taken, model built. */
public final class TrainingRun {

  /** A standard deviation below this is taken for an axis that never moves. */
  private static final double STD_FLOOR = 1e-3;

  private static final int MIN_EPISODES = 2;

  private final TrainingExperiment experiment;
  private final EpisodeDataset dataset;
  private final JepaObjective objective;
  private final Normalizers normalizers;
  private final TrainingLoop loop;
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
    this.loop =
        new TrainingLoop(
            experiment.engine().engine(),
            objective,
            experiment.training(),
            new TrainingData(dataset, split),
            identity);
  }

  /** The state before the first step. */
  public TrainingState fresh() {
    return loop.fresh();
  }

  /**
   * The state that a checkpoint of the same data, model and settings holds.
   *
   * @throws CheckpointException if it is missing, damaged, or of another run
   */
  public TrainingState resumed(Path checkpoint) {
    if (!Files.exists(checkpoint)) {
      throw new LaunchFailure(
          ExitCode.MODEL,
          "there is no checkpoint " + checkpoint + ": the run was stopped before its first one",
          "start it anew: lookahead train " + checkpoint.resolveSibling(RunFolder.CONFIG));
    }
    return loop.resumed(checkpoint);
  }

  /**
   * Trains on from a state.
   *
   * @param checkpoint replaced as training goes on
   */
  public TrainingResult train(
      TrainingState start, Path checkpoint, BooleanSupplier stop, Consumer<TrainingEvent> events)
      throws InterruptedException {
    ExecutorService batches =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "batches"));
    try {
      return loop.train(start, checkpoint, batches, stop, events);
    } finally {
      batches.shutdownNow();
    }
  }

  /** Writes the trained model as a bundle. */
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

  /** The seed of initialisation, split and sampling. */
  public long seed() {
    return experiment.training().seed();
  }

  /** The content hash of the data. */
  public String dataHash() {
    return dataset.contentHash();
  }

  /** What the data is, for a person. */
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
    String text =
        ConfigText.yaml(experiment.model())
            + ConfigText.yaml(experiment.objective())
            + ConfigText.yaml(experiment.training())
            + dataset.contentHash();
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
