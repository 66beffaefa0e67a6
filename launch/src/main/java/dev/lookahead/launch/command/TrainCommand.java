package dev.lookahead.launch.command;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.launch.wiring.RunStatus;
import dev.lookahead.launch.wiring.StoppedRun;
import dev.lookahead.launch.wiring.TrainingExperiment;
import dev.lookahead.launch.wiring.TrainingProgress;
import dev.lookahead.launch.wiring.TrainingRun;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingResult;
import dev.lookahead.worldmodel.training.TrainingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lookahead train}. */
@Command(
    name = "train",
    description = "Trains a world model on recorded episodes.",
    footer = {
      "",
      "Examples:",
      "  lookahead collect two-room && lookahead train two-room",
      "  lookahead train two-room training.steps=500 training.batch=32",
      "  lookahead train --resume runs/train-two-room-20261121-103000"
    })
public final class TrainCommand extends Verb {

  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final String MODEL = "model";

  @Mixin private final Configuration configuration = new Configuration("experiment");

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "The folder of a run that was stopped: goes on from its checkpoint, with its settings.")
  private @Nullable Path resume;

  /** The verb in its context. */
  public TrainCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    return resume == null ? begin() : goOn(resume);
  }

  private ExitCode begin() throws IOException, InterruptedException {
    TrainingExperiment experiment =
        configuration.load(context().presets(), TrainingExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    TrainingRun training = open(experiment);
    Map<String, Long> seeds = Map.of("training", experiment.training().seed());
    try (RunFolder folder = configuration.start("train", experiment, seeds, context())) {
      return train(folder, training, training.fresh());
    }
  }

  private ExitCode goOn(Path run) throws IOException, InterruptedException {
    try (StoppedRun stopped = StoppedRun.open(run, "train")) {
      TrainingExperiment experiment =
          configuration.loadAgain(context().presets(), stopped.config(), TrainingExperiment.class);
      if (configuration.printed(experiment, context().terminal())) {
        return ExitCode.OK;
      }
      if (stopped.complete()) {
        return nothingLeft(stopped.path().resolve(MODEL));
      }
      TrainingRun training = open(experiment);
      TrainingState start = training.resumed(stopped.path().resolve(CHECKPOINT));
      try (RunFolder folder = stopped.resume(context().clock())) {
        return train(folder, training, start);
      }
    }
  }

  private TrainingRun open(TrainingExperiment experiment) {
    Path data = experiment.data();
    if (!Files.exists(data)) {
      throw new LaunchFailure(
          ExitCode.DATA,
          "there are no episodes to train on: the folder " + data + " does not exist",
          "record them: lookahead collect " + recordingInto(data));
    }
    return new TrainingRun(experiment);
  }

  /** The arguments with which {@code lookahead collect} records into a folder. */
  private String recordingInto(Path data) {
    ConfigLoader presets = context().presets();
    return presets.presets("collection").stream()
        .filter(
            preset ->
                presets
                    .load("collection", preset, List.of(), CollectionExperiment.class)
                    .folder()
                    .equals(data))
        .findFirst()
        .orElse("PRESET folder=" + data);
  }

  private ExitCode nothingLeft(Path bundle) {
    say("all steps of this run were taken");
    say("model   " + bundle);
    sayJson(Map.of("model", bundle.toString()));
    return ExitCode.OK;
  }

  private ExitCode train(RunFolder folder, TrainingRun training, TrainingState start)
      throws IOException, InterruptedException {
    say("data    " + training.dataDescription());
    say("folder  " + folder.path());
    TrainingResult result;
    TrainingProgress progress;
    try (ProgressView view = progress("train")) {
      progress = new TrainingProgress(folder, view, context().nanos());
      progress.restore(start.step());
      result =
          training.train(
              start, folder.path().resolve(CHECKPOINT), context().interrupt()::requested, progress);
    }
    folder.write(
        "curves.png", progress.picture(result.reason() + "; " + training.dataDescription()));
    return finish(folder, training, result, progress);
  }

  private ExitCode finish(
      RunFolder folder, TrainingRun training, TrainingResult result, TrainingProgress progress)
      throws IOException {
    if (result.status() == TrainingStatus.INTERRUPTED) {
      folder.finish(RunStatus.INTERRUPTED);
      say(result.reason() + "; go on with: lookahead train --resume " + folder.path());
      sayJson(Map.of("run", folder.path().toString(), "steps", result.state().step()));
      return ExitCode.INTERRUPTED;
    }
    if (result.status() != TrainingStatus.COMPLETED) {
      throw new LaunchFailure(
          ExitCode.FAILURE,
          result.reason(),
          "the curves are in " + folder.path().resolve("curves.png"));
    }
    Path bundle = folder.path().resolve(MODEL);
    Provenance provenance =
        new Provenance(
            training.dataHash(),
            training.dataDescription(),
            training.seed(),
            context().build().commit(),
            RunRecord.versions(context().build()),
            result.state().step(),
            progress.seconds(),
            progress.validation(),
            context().clock().instant());
    training.writeBundle(bundle, result, provenance);
    folder.finish(RunStatus.COMPLETE);
    say("model   " + bundle);
    sayJson(
        Map.of(
            "model",
            bundle.toString(),
            "seconds",
            progress.seconds(),
            "metrics",
            progress.validation()));
    return ExitCode.OK;
  }
}
