package dev.lookahead.launch.command.data;

import dev.lookahead.bridge.recording.RecordingFormat;
import dev.lookahead.launch.command.LaunchContext;
import dev.lookahead.launch.command.Verb;
import dev.lookahead.launch.data.RecordingFacts;
import dev.lookahead.launch.data.SignalFacts;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.launch.wiring.Recordings;
import dev.lookahead.worldmodel.episode.EpisodeSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead data inspect}. */
@Command(
    name = "inspect",
    description = "Says what is in a recording: its rate, sizes, signals and their statistics.",
    footer = {"", "Examples:", "  lookahead data inspect runs/data/two-room"})
final class DataInspectCommand extends Verb {

  @Parameters(index = "0", paramLabel = "RECORDING", description = "File or directory.")
  private Path recording = Path.of("");

  @Option(
      names = "--episodes",
      paramLabel = "N",
      defaultValue = "100",
      description = "Take statistics of the first N episodes (default: ${DEFAULT-VALUE}).")
  private int episodes = 100;

  @Mixin private final MappingOptions mapping = new MappingOptions();

  DataInspectCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    RecordingFormat format = Recordings.formats().of(recording);
    try (EpisodeSource source = format.open(recording, mapping.mapping())) {
      RecordingFacts facts = RecordingFacts.of(format.name(), source);
      List<SignalFacts> signals = SignalFacts.of(source, episodes);
      int[] lengths = IntStream.range(0, source.size()).map(source::length).sorted().toArray();
      say(facts.path());
      say("  format    %s: %s".formatted(format.name(), format.description()));
      say("  world     " + facts.world());
      say("  episodes  %d, %s".formatted(facts.episodes(), lengths(lengths)));
      say(
          String.format(
              Locale.ROOT,
              "  frames    %d of %dx%d, %.4g a second",
              facts.frames(),
              facts.frameWidth(),
              facts.frameHeight(),
              1e9 / source.spec().framePeriodNanos()));
      say(String.format(Locale.ROOT, "  on disk   %.1f MB", facts.bytes() / 1e6));
      say("");
      table(signals);
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("recording", facts);
      json.put("spec", source.spec());
      json.put("signals", signals);
      sayJson(json);
    }
    return ExitCode.OK;
  }

  private static String lengths(int[] sorted) {
    return sorted.length == 0
        ? "none"
        : "%d to %d frames long, half of them up to %d"
            .formatted(sorted[0], sorted[sorted.length - 1], sorted[sorted.length / 2]);
  }

  private void table(List<SignalFacts> signals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("signal", "axis", "unit", "min", "mean", "std", "max"));
    for (SignalFacts fact : signals) {
      rows.add(
          List.of(
              fact.signal(),
              fact.axis(),
              fact.unit(),
              number(fact.min()),
              number(fact.mean()),
              number(fact.std()),
              number(fact.max())));
    }
    TextTable.lines(rows).forEach(this::say);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
