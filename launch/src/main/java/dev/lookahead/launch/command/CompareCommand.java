package dev.lookahead.launch.command;

import dev.lookahead.launch.offline.Comparison;
import dev.lookahead.launch.offline.MeasurementFolder;
import dev.lookahead.launch.offline.page.ComparisonPage;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.TextTable;
import dev.lookahead.worldmodel.file.PendingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lookahead compare}. */
@Command(
    name = "compare",
    description = {
      "Says which of two models is better on the same recording, figure by figure, and only where",
      "the 95 % interval of the paired difference over episodes excludes zero."
    },
    footer = {
      "",
      "Examples:",
      "  lookahead compare measured-a measured-b",
      "  lookahead compare measured-a measured-b --out comparison.html"
    })
public final class CompareCommand extends Verb {

  @Parameters(index = "0", paramLabel = "A", description = "What rollout left of the first model.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "B", description = "What rollout left of the second model.")
  private Path second = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the comparison as a page, for example comparison.html.")
  private @Nullable Path out;

  /** The verb in its context. */
  public CompareCommand(LaunchContext context) {
    super(context);
  }

  @Override
  protected ExitCode run() throws IOException {
    MeasurementFolder one = MeasurementFolder.open(first);
    MeasurementFolder other = MeasurementFolder.open(second);
    Comparison comparison = Comparison.of(one, other);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("figure", "A", "B", "B - A", "95 %", "better"));
    for (Comparison.Row row : comparison.rows()) {
      rows.add(
          List.of(
              row.figure(),
              number(row.first()),
              number(row.second()),
              number(row.difference().estimate()),
              number(row.difference().low()) + " to " + number(row.difference().high()),
              switch (row.verdict()) {
                case FIRST -> "A";
                case SECOND -> "B";
                case NEITHER -> "-";
              }));
    }
    say("A is %s, B is %s".formatted(comparison.first(), comparison.second()));
    TextTable.lines(rows).forEach(this::say);
    if (out != null) {
      PendingFile.write(out, ComparisonPage.html(comparison, one.conditions(), other.conditions()));
      say("");
      say("page  " + out);
    }
    sayJson(comparison);
    return ExitCode.OK;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
