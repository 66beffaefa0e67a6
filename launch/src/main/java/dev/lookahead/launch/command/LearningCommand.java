package dev.lookahead.launch.command;

import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.LearningRun;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.launch.wiring.RunStatus;
import dev.lookahead.launch.wiring.StoppedRun;
import dev.lookahead.launch.wiring.TrainingProgress;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.training.TrainingResult;
import dev.lookahead.worldmodel.training.TrainingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What verbs have in common that learn: a run folder with checkpoints, from which Ctrl-C and {@code
 * --resume} continue with the same numbers, and a bundle at the end.
 *
 * @param <E> everything the verb can be told
 */
abstract class LearningCommand<E extends Record> extends Verb {

  private static final String CHECKPOINT = "checkpoint.safetensors";
  private static final String MODEL = "model";

  private final String verb;
  private final Class<E> type;

  @Mixin private final Configuration configuration;

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "The folder of a run that was stopped: goes on from its checkpoint, with its settings.")
  private @Nullable Path resume;

  /**
   * A verb that learns.
   *
   * @param verb its name
   * @param presets the folder of its presets
   * @param type of its settings
   */
  LearningCommand(LaunchContext context, String verb, String presets, Class<E> type) {
    super(context);
    this.verb = verb;
    this.type = type;
    this.configuration = new Configuration(presets);
  }

  /** Opens the data and builds the model. */
  abstract LearningRun open(E experiment) throws IOException, InterruptedException;

  /** The seed that the run record says. */
  abstract long seed(E experiment);

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    return resume == null ? begin() : goOn(resume);
  }

  private ExitCode begin() throws IOException, InterruptedException {
    E experiment = configuration.load(context().presets(), type);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    LearningRun learning = open(experiment);
    Map<String, Long> seeds = Map.of("training", seed(experiment));
    try (RunFolder folder = configuration.start(verb, experiment, seeds, context())) {
      return learn(folder, learning, learning.loop().fresh());
    }
  }

  private ExitCode goOn(Path run) throws IOException, InterruptedException {
    try (StoppedRun stopped = StoppedRun.open(run, verb)) {
      E experiment = configuration.loadAgain(context().presets(), stopped.config(), type);
      if (configuration.printed(experiment, context().terminal())) {
        return ExitCode.OK;
      }
      if (stopped.complete()) {
        return nothingLeft(stopped.path().resolve(MODEL));
      }
      LearningRun learning = open(experiment);
      Path checkpoint = stopped.path().resolve(CHECKPOINT);
      if (!Files.exists(checkpoint)) {
        throw new LaunchFailure(
            ExitCode.MODEL,
            "there is no checkpoint " + checkpoint + ": the run was stopped before its first one",
            "start it anew: lookahead " + verb + " " + stopped.config());
      }
      TrainingState start = learning.loop().resumed(checkpoint);
      try (RunFolder folder = stopped.resume(context().clock())) {
        return learn(folder, learning, start);
      }
    }
  }

  private ExitCode nothingLeft(Path bundle) {
    say("all steps of this run were taken");
    say("model   " + bundle);
    sayJson(Map.of("model", bundle.toString()));
    return ExitCode.OK;
  }

  private ExitCode learn(RunFolder folder, LearningRun learning, TrainingState start)
      throws IOException, InterruptedException {
    say("data    " + learning.dataDescription());
    say("folder  " + folder.path());
    TrainingResult result;
    TrainingProgress progress;
    ExecutorService batches =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "batches"));
    try (ProgressView view = progress(verb)) {
      progress = new TrainingProgress(folder, view, context().nanos());
      progress.restore(start.step());
      result =
          learning
              .loop()
              .train(
                  start,
                  folder.path().resolve(CHECKPOINT),
                  batches,
                  context().interrupt()::requested,
                  progress);
    } finally {
      batches.shutdownNow();
    }
    folder.write(
        "curves.png", progress.picture(result.reason() + "; " + learning.dataDescription()));
    return finish(folder, learning, result, progress);
  }

  private ExitCode finish(
      RunFolder folder, LearningRun learning, TrainingResult result, TrainingProgress progress)
      throws IOException {
    if (result.status() == TrainingStatus.INTERRUPTED) {
      folder.finish(RunStatus.INTERRUPTED);
      say(
          "%s; go on with: lookahead %s --resume %s"
              .formatted(result.reason(), verb, folder.path()));
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
            learning.dataHash(),
            learning.dataDescription(),
            learning.seed(),
            context().build().commit(),
            RunRecord.versions(context().build()),
            result.state().step(),
            progress.seconds(),
            progress.validation(),
            context().clock().instant());
    learning.writeBundle(bundle, result, provenance);
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
