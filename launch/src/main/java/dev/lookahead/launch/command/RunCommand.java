package dev.lookahead.launch.command;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.ResultTable;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.EvaluationFiles;
import dev.lookahead.launch.wiring.EvaluationProgress;
import dev.lookahead.launch.wiring.EvaluationRun;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.launch.wiring.RunStatus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lookahead run}. */
@Command(
    name = "run",
    description = "Reaches a few goals in the simulator, live: leaves films, a report and numbers.",
    footer = {
      "",
      "Examples:",
      "  lookahead run two-room",
      "  lookahead run point-maze-u --goals 3",
      "  lookahead run two-room-cross-room model=runs/train-two-room-20261121-103000/model"
    })
public final class RunCommand extends Verb {

  @Mixin private final Configuration configuration = new Configuration("evaluation");

  @Mixin private final EpisodeOptions episodeOptions = new EpisodeOptions();

  @Option(
      names = "--goals",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many goals to reach (default: ${DEFAULT-VALUE}).")
  private int goals = 5;

  /** The verb in its context. */
  public RunCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    configuration.change("episodes", goals);
    configuration.change("films", Math.min(goals, 100));
    episodeOptions.change(configuration);
    EvaluationExperiment experiment =
        configuration.load(context().presets(), EvaluationExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    EvaluationRun run = new EvaluationRun(experiment, context().ros(configuration.rosArguments()));
    run.rateWarning().ifPresent(this::warn);
    run.model()
        .flatMap(model -> model.horizonWarning(experiment.control().mpc()))
        .ifPresent(this::warn);
    try (RunFolder folder =
        configuration.start(
            "run", experiment, Map.of("evaluation", experiment.seed()), context())) {
      // The live line takes the place of the progress bar.
      ProgressView silent = ProgressView.of("run", context().terminal(), true, context().nanos());
      EvaluationProgress log = new EvaluationProgress(folder, silent, context().nanos());
      LiveView live = new LiveView(context(), run.subject(), run.world().stateAxes().get(0).unit());
      List<EvaluatedProtocol> evaluated =
          run.run(
              context().interrupt()::requested,
              context().nanos(),
              event -> {
                log.accept(event);
                live.accept(event);
              });
      EvaluationFiles files = new EvaluationFiles(run, experiment, folder);
      Map<String, Object> summary = files.write(evaluated, RunRecord.versions(context().build()));
      boolean stopped = context().interrupt().requested();
      folder.finish(stopped ? RunStatus.INTERRUPTED : RunStatus.COMPLETE);
      for (EvaluatedProtocol part : evaluated) {
        say("");
        ResultTable.lines(part, files.unit()).forEach(this::say);
      }
      say("");
      say("films   " + folder.path().resolve("films"));
      say("report  " + folder.path().resolve("report.html"));
      sayJson(summary);
      return stopped ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }
}
