package dev.lookahead.launch.wiring;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.EncoderManifest;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.evaluation.CollapseReport;
import dev.lookahead.worldmodel.family.TokenModelJson;
import dev.lookahead.worldmodel.masking.MaskSampler;
import dev.lookahead.worldmodel.masking.Masking;
import dev.lookahead.worldmodel.pretraining.Eye;
import dev.lookahead.worldmodel.pretraining.MaskedSettings;
import dev.lookahead.worldmodel.pretraining.MaskedTask;
import dev.lookahead.worldmodel.pretraining.PixelBatch;
import dev.lookahead.worldmodel.pretraining.PixelSplit;
import dev.lookahead.worldmodel.pretraining.PretrainingSettings;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingLoop;
import dev.lookahead.worldmodel.training.TrainingResult;
import java.io.IOException;
import java.nio.file.Path;

/** A pretraining experiment put together: pixels opened and split, masks drawn up, model built. */
public final class PretrainingRun implements LearningRun {

  /** What a bundle says in the place of a published family. */
  private static final String FAMILY = "pretrained";

  private final PretrainingExperiment experiment;
  private final PixelSplit data;
  private final MaskedTask task;
  private final TrainingLoop<PixelBatch> loop;

  /**
   * Opens the data and builds the model.
   *
   * @throws LaunchFailure if the data is missing or damaged
   * @throws IllegalArgumentException if encoder, masks and data do not fit; nothing is allocated
   *     before that is known
   */
  public PretrainingRun(PretrainingExperiment experiment) {
    this.experiment = experiment;
    PretrainingSettings settings = experiment.training();
    Eye eye = experiment.eye();
    MaskSampler masks = experiment.masking().over(eye.encoder().grid());
    this.data = opened(experiment.data(), eye.form(), settings);
    TensorEngine engine = experiment.engine().engine();
    this.task = new MaskedTask(engine, eye, masks, experiment.objective(), settings, data);
    String identity =
        RunIdentity.of(
            data.training().contentHash(), eye, new Masked(experiment), experiment.training());
    this.loop = new TrainingLoop<>(engine, task, identity);
  }

  private static PixelSplit opened(
      PretrainingData data, PixelForm form, PretrainingSettings settings) {
    try {
      return data.open(form, settings.validationFraction(), settings.seed());
    } catch (DataException refused) {
      throw new LaunchFailure(ExitCode.DATA, data.advice(), refused);
    }
  }

  /** What of the experiment a state depends on besides encoder and training. */
  private record Masked(Masking masking, MaskedSettings objective) {

    Masked(PretrainingExperiment experiment) {
      this(experiment.masking(), experiment.objective());
    }
  }

  @Override
  public TrainingLoop<PixelBatch> loop() {
    return loop;
  }

  /** What is kept of a state: the encoder's parameters and the predictor's. */
  public ParameterSet encoder(TrainingState state) {
    return task.kept(state.parameters());
  }

  /** How a state's tokens of held-out samples differ at the same place. */
  public CollapseReport spread(TrainingState state) {
    return task.spread(state);
  }

  @Override
  public void writeBundle(Path directory, TrainingResult result, Provenance provenance)
      throws IOException {
    EncoderBundle.write(
        directory,
        new EncoderManifest(FAMILY, TokenModelJson.write(task.model()), provenance),
        task.model().parameters(),
        encoder(result.state())::get);
  }

  @Override
  public long seed() {
    return experiment.training().seed();
  }

  @Override
  public String dataHash() {
    return data.training().contentHash();
  }

  @Override
  public String dataDescription() {
    return data.training().description();
  }
}
