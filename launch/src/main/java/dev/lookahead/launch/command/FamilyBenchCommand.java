package dev.lookahead.launch.command;

import dev.lookahead.launch.bench.BenchTable;
import dev.lookahead.launch.bench.Clocks;
import dev.lookahead.launch.bench.FamilyBench;
import dev.lookahead.launch.bench.FamilyRow;
import dev.lookahead.launch.bench.FamilyTiming;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.launch.wiring.EngineProbe;
import dev.lookahead.launch.wiring.EngineThreads;
import dev.lookahead.sim.fault.ProcessUse;
import dev.lookahead.worldmodel.family.PublishedSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lookahead bench family}. */
@Command(
    name = "family",
    description = {
      "Counts parameters, tokens and operations of the published models of the JEPA family from the",
      "models themselves, and times a forward pass of each: by default with four blocks of 192 on as",
      "many tokens, with --full at the published size (float32). A GPU is used if the engine has one",
      "(CUDA torch through PYTORCH_LIBRARY_PATH)."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead bench family",
      "  lookahead bench family --only V-JEPA --seconds 10",
      "  lookahead bench family --full --only ViT-g --json"
    })
public final class FamilyBenchCommand extends Verb {

  private static final double MEGABYTE = 1e6;

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
    say(
        "one pass on %s, %s"
            .formatted(device, full ? "published size" : "four blocks of 192 on as many tokens"));
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
