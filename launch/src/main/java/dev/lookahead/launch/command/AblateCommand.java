package dev.lookahead.launch.command;

import dev.lookahead.launch.ablation.Ablation;
import dev.lookahead.launch.ablation.AblationExperiment;
import dev.lookahead.launch.ablation.AblationRow;
import dev.lookahead.launch.ablation.AblationTable;
import dev.lookahead.launch.report.JsonText;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.Progress;
import dev.lookahead.launch.terminal.ProgressView;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.CollectedEpisodes;
import dev.lookahead.launch.wiring.CollectionExperiment;
import dev.lookahead.launch.wiring.PretrainingExperiment;
import dev.lookahead.launch.wiring.RunFolder;
import dev.lookahead.launch.wiring.RunStatus;
import dev.lookahead.worldmodel.training.TrainingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lookahead ablate}. */
@Command(
    name = "ablate",
    description = {
      "Pretrains one preset after another on the same frames and probes what each encoder knows of"
          + " the true state: what every choice is worth, in one table.",
      "Runs that collapse or diverge are probed too and stay in the table."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead ablate pretraining",
      "  lookahead ablate pretraining steps=100 seeds=[1,2,3]",
      "  lookahead ablate pretraining collection=[point-maze-distracted]"
    })
public final class AblateCommand extends Verb {

  @Mixin private final Configuration configuration = new Configuration("ablation");

  /** The verb in its context. */
  public AblateCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException, InterruptedException {
    AblationExperiment experiment =
        configuration.load(context().presets(), AblationExperiment.class);
    if (configuration.printed(experiment, context().terminal())) {
      return ExitCode.OK;
    }
    Map<String, Long> seeds = new LinkedHashMap<>();
    experiment.seeds().forEach(seed -> seeds.put("pretraining " + seeds.size(), seed));
    ExecutorService batches =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "batches"));
    try (RunFolder folder = configuration.start("ablate", experiment, seeds, context())) {
      say("folder  " + folder.path());
      List<AblationRow> rows = new ArrayList<>();
      for (CollectionExperiment world : experiment.collection()) {
        Ablation ablation = new Ablation(experiment, world);
        if (recorded(world) && recorded(ablation.probed())) {
          rows.addAll(compare(ablation, folder, batches));
        }
      }
      boolean stopped = context().interrupt().requested();
      folder.write("rows.json", JsonText.pretty(rows).getBytes(StandardCharsets.UTF_8));
      folder.finish(stopped ? RunStatus.INTERRUPTED : RunStatus.COMPLETE);
      sayJson(Map.of("run", folder.path().toString(), "rows", rows));
      return stopped ? ExitCode.INTERRUPTED : ExitCode.OK;
    } finally {
      batches.shutdownNow();
    }
  }

  private boolean recorded(CollectionExperiment collection) throws IOException {
    try (ProgressView view = progress("collect")) {
      return CollectedEpisodes.record(
          collection, context().interrupt()::requested, view, context().nanos());
    }
  }

  private List<AblationRow> compare(Ablation ablation, RunFolder folder, ExecutorService batches)
      throws InterruptedException {
    List<AblationRow> rows = new ArrayList<>();
    for (long seed : ablation.experiment().seeds()) {
      rows.add(told(folder, ablation.untrained(ablation.experiment().pretraining().get(0), seed)));
      for (PretrainingExperiment preset : ablation.experiment().pretraining()) {
        if (context().interrupt().requested()) {
          break;
        }
        try (ProgressView view = progress(preset.title())) {
          rows.add(
              told(
                  folder,
                  ablation.run(
                      preset,
                      seed,
                      folder.path().resolve("checkpoint.safetensors"),
                      batches,
                      context().interrupt()::requested,
                      context().nanos(),
                      steps(view))));
        }
      }
    }
    String world = rows.get(0).world();
    folder.write(world + ".md", AblationTable.markdown(rows).getBytes(StandardCharsets.UTF_8));
    TextTable.lines(AblationTable.cells(rows)).forEach(this::say);
    say("");
    return rows;
  }

  private AblationRow told(RunFolder folder, AblationRow row) {
    folder.events().accept(row);
    return row;
  }

  private Consumer<TrainingEvent> steps(ProgressView view) {
    long began = context().nanos().getAsLong();
    long[] total = new long[1];
    return event -> {
      if (event instanceof TrainingEvent.Started started) {
        total[0] = started.totalSteps();
      } else if (event instanceof TrainingEvent.Stepped stepped) {
        double seconds = Math.max(1e-9, (context().nanos().getAsLong() - began) / 1e9);
        Map<String, Double> shown = new LinkedHashMap<>();
        stepped.losses().forEach((name, value) -> shown.put(name, (double) value));
        view.accept(new Progress(stepped.step(), total[0], shown, stepped.step() / seconds));
      }
    };
  }
}
