package dev.lookahead.launch.command;

import dev.lookahead.launch.bench.BenchTable;
import dev.lookahead.launch.bench.Clocks;
import dev.lookahead.launch.bench.FamilyBench;
import dev.lookahead.launch.bench.FamilyRow;
import dev.lookahead.launch.bench.FamilyTiming;
import dev.lookahead.launch.bench.PlanBench;
import dev.lookahead.launch.bench.Quantiles;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.ControlSettings;
import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.launch.wiring.EngineProbe;
import dev.lookahead.launch.wiring.EngineThreads;
import dev.lookahead.launch.wiring.PlannerChoice;
import dev.lookahead.sim.fault.ProcessUse;
import dev.lookahead.worldmodel.family.PublishedSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lookahead bench family}. */
@Command(
    name = "family",
    description = {
      "Counts parameters, tokens and operations of the published models of the JEPA family from the",
      "models themselves, and times a forward pass of each: by default with four blocks of 192 on as",
      "many tokens, with --full at the published size (float32). A GPU is used if the engine has one",
      "(CUDA torch through PYTORCH_LIBRARY_PATH). With --plan, times instead how long V-JEPA 2-AC",
      "takes to choose one action with its published search."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead bench family",
      "  lookahead bench family --only V-JEPA --seconds 10",
      "  lookahead bench family --full --only ViT-g --json",
      "  lookahead bench family --plan 32x2",
      "  lookahead bench family --full --plan 800x10"
    })
public final class FamilyBenchCommand extends Verb {

  private static final double MEGABYTE = 1e6;
  private static final Pattern PLAN = Pattern.compile("([1-9]\\d{0,5})x([1-9]\\d{0,3})");

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "Only models whose name contains this.")
  private String only = "";

  @Option(names = "--full", description = "Time the published sizes; ViT-g takes 4 GB and more.")
  private boolean full;

  @Option(names = "--counts", description = "Count only; nothing runs.")
  private boolean counts;

  @Option(
      names = "--plan",
      paramLabel = "SAMPLESxITERATIONS",
      description =
          "Time plans of V-JEPA 2-AC with so many candidates, so often; published: 800x10.")
  private @Nullable String plan;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Threads of the tensor engine (default: ${DEFAULT-VALUE}).")
  private int threads = 1;

  @Option(
      names = "--seconds",
      defaultValue = "3",
      description = "How long each line is measured (default: ${DEFAULT-VALUE}).")
  private double seconds = 3;

  /** The verb in its context. */
  public FamilyBenchCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() {
    return plan == null ? passes() : plans(plan);
  }

  private ExitCode plans(String size) {
    Matcher search = PLAN.matcher(size);
    if (!search.matches()) {
      throw new IllegalArgumentException(
          "--plan is SAMPLESxITERATIONS, as 800x10, got '" + size + "'");
    }
    ControlSettings control =
        context()
            .presets()
            .load(
                "control",
                "vjepa2-ac",
                List.of(
                    "planner.search.samples=" + search.group(1),
                    "planner.search.iterations=" + search.group(2)),
                ControlSettings.class);
    PlanBench bench =
        new PlanBench(
            EngineChoice.TORCHSCRIPT.engine(),
            full,
            control.cost(),
            ((PlannerChoice.CemChoice) control.planner()).search(),
            seconds,
            Clocks.with(context().nanos()));
    EngineThreads.use(threads);
    String device = EngineProbe.load().device();
    say(
        "one action of V-JEPA 2-AC on %s, %s, %s samples x iterations, horizon 1, float32"
            .formatted(device, size(), size));
    List<Double> taken = bench.seconds(context().interrupt()::requested);
    if (taken.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    double median = Quantiles.of(taken).median();
    say(
        String.format(
            Locale.ROOT,
            "%.3f s (median of %d plans), %.3f TFLOP counted from the model, %.3f TFLOP/s",
            median,
            taken.size(),
            bench.tflop(),
            bench.tflop() / median));
    say(
        String.format(
            Locale.ROOT,
            "published: %.0f s for 800x10 at the published size on one RTX 4090; this search takes %,.1f TFLOP at that size",
            PlanBench.PUBLISHED_SECONDS,
            bench.publishedTflop()));
    sayJson(
        Map.of(
            "device",
            device,
            "full",
            full,
            "search",
            size,
            "secondsPerAction",
            median,
            "plans",
            taken.size(),
            "tflop",
            bench.tflop(),
            "publishedSeconds",
            PlanBench.PUBLISHED_SECONDS));
    return ExitCode.OK;
  }

  private String size() {
    return full ? "published size" : "four blocks of 192 on as many tokens";
  }

  private ExitCode passes() {
    List<PublishedSize> sizes =
        PublishedSize.all().stream().filter(size -> size.name().contains(only)).toList();
    if (sizes.isEmpty()) {
      throw new IllegalArgumentException(
          "--only should be part of one of %s, got '%s'"
              .formatted(PublishedSize.all().stream().map(PublishedSize::name).toList(), only));
    }
    FamilyBench bench =
        new FamilyBench(
            EngineChoice.TORCHSCRIPT.engine(),
            sizes,
            full,
            threads,
            seconds,
            Clocks.with(context().nanos()),
            FamilyBenchCommand::residentBytes);
    List<FamilyRow> counted = bench.counted();
    table(counted).forEach(this::say);
    if (counts) {
      sayJson(Map.of("published", counted));
      return ExitCode.OK;
    }
    EngineThreads.use(threads);
    String device = EngineProbe.load().device();
    say("");
    say("one pass on %s, %s".formatted(device, size()));
    say(BenchTable.heading() + "  resident MB");
    List<FamilyTiming> timed =
        bench.timed(
            context().interrupt()::requested,
            row ->
                say("%s %12.0f".formatted(BenchTable.line(row.speed()), row.residentMegabytes())));
    say("");
    say(BenchTable.legend());
    sayJson(Map.of("device", device, "published", counted, "timed", timed));
    return context().interrupt().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private static long residentBytes() {
    try {
      return ProcessUse.isTold() ? ProcessUse.now().residentKiB() * 1024 : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> table(List<FamilyRow> counted) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("published model", "said", "parameters", "tokens", "GFLOP a pass", "float32 MB"));
    for (FamilyRow row : counted) {
      rows.add(
          List.of(
              row.name(),
              row.published(),
              String.format(Locale.ROOT, "%,d", row.parameters()),
              Integer.toString(row.tokens()),
              String.format(Locale.ROOT, "%,.1f", row.gflops()),
              String.format(Locale.ROOT, "%,.0f", row.weightBytes() / MEGABYTE)));
    }
    return TextTable.lines(rows);
  }
}
