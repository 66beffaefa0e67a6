package dev.lookahead.launch.command;

import dev.lookahead.launch.bench.Bench;
import dev.lookahead.launch.bench.BenchRow;
import dev.lookahead.launch.bench.BenchSettings;
import dev.lookahead.launch.bench.BenchTable;
import dev.lookahead.launch.bench.Clocks;
import dev.lookahead.launch.bench.PlanWorkload;
import dev.lookahead.launch.bench.Workload;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.ControlSettings;
import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.launch.wiring.EngineThreads;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.launch.wiring.ModelStore;
import dev.lookahead.launch.wiring.SimulatedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lookahead bench}. */
@Command(
    name = "bench",
    description = {
      "Measures the speed of models, planning, worlds and data, as a share of what this machine's",
      "matrix products reach in the same process."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead bench",
      "  lookahead bench --only rollout --threads 1 --width 64,192",
      "  lookahead bench --quick --json"
    })
public final class BenchCommand extends Verb {

  private static final double QUICK_SECONDS = 0.2;
  private static final String PRESET = "two-room";

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "WHAT",
      description =
          "gemm, rollout, training-step, encode, plan, simulator-steps, frames, loader (default: all).")
  private List<String> only = List.of();

  @Option(
      names = "--threads",
      split = ",",
      paramLabel = "N",
      defaultValue = "1,2",
      description = "Threads of the tensor engine (default: ${DEFAULT-VALUE}).")
  private List<Integer> threads = List.of();

  @Option(
      names = "--width",
      split = ",",
      paramLabel = "W",
      defaultValue = "64,96,192",
      description = "Widths of the reference model (default: ${DEFAULT-VALUE}).")
  private List<Integer> widths = List.of();

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "How long each line is measured (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--quick", description = "One width, one thread, a fifth of a second per line.")
  private boolean quick;

  /** The verb in its context. */
  public BenchCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    BenchSettings settings =
        quick
            ? new BenchSettings(only, List.of(1), List.of(64), QUICK_SECONDS)
            : new BenchSettings(only, threads, widths, seconds);
    Bench bench =
        new Bench(
            settings,
            EngineChoice.TORCHSCRIPT.engine(),
            EngineChoice.EAGER.engine(),
            List.of(
                SimulatedWorld.TwoRoomWorld.defaults().world(),
                SimulatedWorld.PointMazeWorld.defaults().world()),
            this::plan,
            EngineThreads::use,
            Clocks.with(context().nanos()));
    say(BenchTable.heading());
    List<BenchRow> rows =
        bench.run(context().interrupt()::requested, row -> say(BenchTable.line(row)));
    say("");
    say(BenchTable.legend());
    sayJson(Map.of("settings", settings, "rows", rows));
    return context().interrupt().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  /** Planning in Two-Room as it is evaluated. */
  private Workload plan() {
    EvaluationExperiment experiment =
        context().presets().load("evaluation", PRESET, List.of(), EvaluationExperiment.class);
    ControlSettings control = experiment.control();
    LoadedModel model = model(experiment);
    int horizon = control.mpc().horizonSteps();
    return new PlanWorkload(
            control.open(model),
            control.planner().planner(),
            horizon,
            "%s, %s, %d steps".formatted(PRESET, control.planner().name(), horizon))
        .workload();
  }

  private static LoadedModel model(EvaluationExperiment experiment) {
    try {
      return LoadedModel.read(
          ModelStore.find(experiment.model()), experiment.world().world().actionSpace());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
