package dev.lookahead.launch.command;

import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.offline.OfflineEvaluation;
import dev.lookahead.launch.offline.OfflineExperiment;
import dev.lookahead.launch.offline.Shard;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead rollout}. */
@Command(
    name = "rollout",
    description = {
      "Measures on recorded episodes how far a model can be trusted: rollouts against what came,",
      "whether it listens to actions, whether a planner would have acted as was recorded, and what",
      "its latents know. DATASET is a recording in any form that lookahead data reads."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead rollout two-room runs/data/two-room",
      "  lookahead rollout runs/train-.../model recording.mcap mapping.rateHz=10 measure.blocksAhead=8",
      "  lookahead rollout two-room runs/data/two-room --shard 1/2 --into measured &",
      "  lookahead rollout two-room runs/data/two-room --shard 2/2 --into measured; lookahead merge measured"
    })
public final class RolloutCommand extends Verb {

  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description = "A bundled model's name, or the directory of a bundle.")
  private String model = "";

  @Parameters(index = "1", paramLabel = "DATASET", description = "A recording: file or directory.")
  private Path dataset = Path.of("");

  @Parameters(
      index = "2..*",
      paramLabel = "KEY=VALUE",
      description = "Settings to change, for example measure.blocksAhead=20.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Measure the I-th of N equal parts of the episodes; needs --into.")
  private @Nullable String shard;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description = "Where the measurements go; what is there already is not measured again.")
  private @Nullable Path into;

  @Mixin private final RunOutput output = new RunOutput();

  /** The verb in its context. */
  public RolloutCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    Shard share = shard == null ? Shard.WHOLE : Shard.parse(shard);
    if (share.count() > 1 && into == null) {
      throw new LaunchFailure(
          ExitCode.USAGE, "where shall the shards meet?", "add --into FOLDER, the same for all");
    }
    List<String> changes = new ArrayList<>(List.of("model=" + model, "dataset=" + dataset));
    changes.addAll(settings);
    OfflineExperiment experiment = context().presets().defaults(changes, OfflineExperiment.class);
    if (output.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    try (OfflineEvaluation evaluation = new OfflineEvaluation(experiment);
        RunFolder folder =
            output.start(
                "rollout",
                experiment.model(),
                experiment,
                Map.of("measure", experiment.measure().seed()),
                context())) {
      Recordings.warning(evaluation.model().bundle().manifest(), evaluation.source())
          .ifPresent(this::warn);
      MeasurementFolder measured =
          MeasurementFolder.begin(into == null ? folder.path() : into, evaluation.conditions());
      measure(evaluation, measured, share);
      boolean stopped = context().interrupt().requested();
      folder.finish(stopped ? RunStatus.INTERRUPTED : RunStatus.COMPLETE);
      // Shards that end together would write the report over each other; that is left to merge.
      if (share.count() == 1 && measured.missing().isEmpty()) {
        Path bundle = Path.of(experiment.model());
        new OfflineReport(measured).write(this, Optional.of(bundle).filter(ModelStore::isBundle));
      } else {
        say(
            "%d of %d episodes are done; when all are: lookahead merge %s"
                .formatted(
                    measured.conditions().episodes() - measured.missing().size(),
                    measured.conditions().episodes(),
                    measured.path()));
        sayJson(Map.of("missing", measured.missing(), "folder", measured.path().toString()));
      }
      return stopped ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private void measure(OfflineEvaluation evaluation, MeasurementFolder measured, Shard share)
      throws IOException {
    long total = share.of(measured.conditions().episodes()).count();
    long began = context().nanos().getAsLong();
    long[] done = new long[1];
    try (ProgressView view = progress("rollout")) {
      IntConsumer progress =
          episode -> {
            double seconds = Math.max(1e-9, (context().nanos().getAsLong() - began) / 1e9);
            view.accept(new Progress(++done[0], total, Map.of(), done[0] / seconds));
          };
      evaluation.run(measured, share, context().interrupt()::requested, progress);
    }
  }
}
