package dev.lookahead.launch.command;

import dev.lookahead.launch.evaluation.EvaluatedProtocol;
import dev.lookahead.launch.evaluation.ResultTable;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.BundledProtocols;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.EvaluationFiles;
import dev.lookahead.launch.wiring.EvaluationProgress;
import dev.lookahead.launch.wiring.EvaluationRun;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.launch.wiring.PolicyChoice;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunRecord;
import dev.lookahead.launch.wiring.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lookahead evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Measures how often a model reaches goals in the simulator, beside random actions and the",
      "expert. PRESET may also be the directory of a model bundle; then name a protocol."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead evaluate two-room --fresh 200",
      "  lookahead evaluate runs/train-two-room-20261121-103000/model --protocol cross_room",
      "  lookahead evaluate two-room --policy oracle control.mpc.horizonSteps=50"
    })
public final class EvaluateCommand extends Verb {

  @Mixin private final Configuration configuration = new Configuration("evaluation");

  @Mixin private final EpisodeOptions episodeOptions = new EpisodeOptions();

  @Option(
      names = "--protocol",
      paramLabel = "NAME|FILE",
      description = "A bundled protocol, or a file ending in .json (FILE#NAME if it has several).")
  private @Nullable String protocol;

  @Option(
      names = "--episodes",
      paramLabel = "N",
      description = "Only the first N pairs of the protocol; 0 for none.")
  private @Nullable Integer episodes;

  @Option(
      names = "--fresh",
      paramLabel = "N",
      description = "Besides, N pairs of the same kind, drawn from the seed.")
  private @Nullable Integer fresh;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      description = "What is evaluated: ${COMPLETION-CANDIDATES}.")
  private @Nullable PolicyChoice policy;

  /** The verb in its context. */
  public EvaluateCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    optionsToSettings();
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
    Map<String, Long> seeds = Map.of("evaluation", experiment.seed());
    try (RunFolder folder = configuration.start("evaluate", experiment, seeds, context())) {
      List<EvaluatedProtocol> evaluated;
      try (ProgressView view = progress("evaluate")) {
        evaluated =
            run.run(
                context().interrupt()::requested,
                context().nanos(),
                new EvaluationProgress(folder, view, context().nanos()));
      }
      EvaluationFiles files = new EvaluationFiles(run, experiment, folder);
      Map<String, Object> summary = files.write(evaluated, RunRecord.versions(context().build()));
      for (EvaluatedProtocol part : evaluated) {
        say("");
        ResultTable.lines(part, files.unit()).forEach(this::say);
      }
      boolean stopped = context().interrupt().requested();
      folder.finish(stopped ? RunStatus.INTERRUPTED : RunStatus.COMPLETE);
      say("");
      say((stopped ? "stopped early; " : "") + "results  " + folder.path());
      sayJson(summary);
      return stopped ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private void optionsToSettings() {
    configuration
        .named()
        .filter(this::isModel)
        .ifPresent(
            bundle -> {
              configuration.startFrom(presetOf(protocol));
              configuration.change("model", bundle);
            });
    change("protocol", protocol);
    change("episodes", episodes);
    change("freshEpisodes", fresh);
    change("policy", policy);
    episodeOptions.change(configuration);
  }

  /** A folder that is no preset can only be meant as a model, whatever it lacks. */
  private boolean isModel(String name) {
    Path folder = Path.of(name);
    return !name.endsWith(".yaml")
        && Files.isDirectory(folder)
        && (ModelStore.isBundle(folder)
            || !context().presets().presets("evaluation").contains(name));
  }

  private void change(String key, @Nullable Object value) {
    if (value != null) {
      configuration.change(key, value);
    }
  }

  /** The preset for a protocol: its world's, or one made for that protocol if there is one. */
  private String presetOf(@Nullable String protocol) {
    if (protocol == null) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "which protocol shall this model be evaluated on?",
          "add --protocol with one of " + String.join(", ", BundledProtocols.names()));
    }
    String world = BundledProtocols.find(protocol).protocol().environment();
    String special = world + "-" + protocol.replace('_', '-');
    return context().presets().presets("evaluation").contains(special) ? special : world;
  }
}
