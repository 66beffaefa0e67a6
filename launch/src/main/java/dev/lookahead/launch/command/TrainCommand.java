package dev.lookahead.launch.command;

import dev.lookahead.launch.report.CurvePlot;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.launch.wiring.RunStatus;
import dev.lookahead.launch.wiring.TrainingExperiment;
import dev.lookahead.launch.wiring.TrainingProgress;
import dev.lookahead.launch.wiring.TrainingRun;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.training.TrainingResult;
import dev.lookahead.worldmodel.training.TrainingStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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
      "  lookahead train two-room --resume runs/train-two-room-20261121-103000"
    })
public final class TrainCommand extends Verb {

  private static final String CHECKPOINT = "checkpoint.safetensors";

  @Mixin private final Configuration configuration = new Configuration("experiment");

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "The folder of an interrupted run with the same settings: goes on from its checkpoint.")
  private @Nullable Path resume;

  /** The verb in its context. */
  public TrainCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    TrainingExperiment experiment =
        configuration.load(context().presets(), TrainingExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    TrainingRun training = new TrainingRun(experiment);
    Optional<Path> start = Optional.ofNullable(resume).map(run -> run.resolve(CHECKPOINT));
    Map<String, Long> seeds = Map.of("training", experiment.training().seed());
    long began = context().nanos().getAsLong();
    try (RunFolder folder = configuration.start("train", experiment, seeds, context())) {
      say("data    " + training.dataDescription());
      say("folder  " + folder.path());
      TrainingResult result;
      TrainingProgress progress;
      try (ProgressView view = progress("train")) {
        progress = new TrainingProgress(folder, view, context().nanos());
        result =
            training.train(
                folder.path().resolve(CHECKPOINT),
                start,
                context().interrupt()::requested,
                progress);
      }
      folder.write("curves.png", CurvePlot.png("Training", progress.curves().panels()));
      double seconds = (context().nanos().getAsLong() - began) / 1e9;
      return finish(folder, training, experiment, result, progress.validation(), seconds);
    }
  }

  private ExitCode finish(
      RunFolder folder,
      TrainingRun training,
      TrainingExperiment experiment,
      TrainingResult result,
      Map<String, Double> metrics,
      double seconds)
      throws IOException {
    if (result.status() == TrainingStatus.INTERRUPTED) {
      folder.finish(RunStatus.INTERRUPTED);
      say(result.reason() + "; go on with --resume " + folder.path());
      return ExitCode.INTERRUPTED;
    }
    if (result.status() != TrainingStatus.COMPLETED) {
      throw new LaunchFailure(
          ExitCode.FAILURE,
          result.reason(),
          "the curves are in " + folder.path().resolve("curves.png"));
    }
    Path bundle = folder.path().resolve("model");
    Provenance provenance =
        new Provenance(
            training.dataHash(),
            training.dataDescription(),
            experiment.training().seed(),
            context().build().commit(),
            RunRecord.versions(context().build()),
            result.state().step(),
            seconds,
            metrics,
            context().clock().instant());
    training.writeBundle(bundle, result, provenance);
    folder.finish(RunStatus.COMPLETE);
    say("model   " + bundle);
    sayJson(Map.of("model", bundle.toString(), "seconds", seconds, "metrics", metrics));
    return ExitCode.OK;
  }
}
