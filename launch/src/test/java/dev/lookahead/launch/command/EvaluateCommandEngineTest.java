package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.RateOfBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandEngineTest {

  @TempDir Path temporary;

  private String evaluated(String folder, String... arguments) throws Exception {
    RecordedContext recorded = new RecordedContext();
    EvaluateCommand command = new EvaluateCommand(recorded.context());
    Path out = temporary.resolve(folder);
    CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    line.parseArgs(
        Stream.concat(
                Stream.of(arguments),
                Stream.of(
                    "control.planner.search.samples=16",
                    "control.planner.search.elites=4",
                    "control.planner.search.iterations=2",
                    "films=0",
                    "--out",
                    out.toString()))
            .toArray(String[]::new));
    assertThat(command.call()).isZero();
    return episodes(out);
  }

  private static String episodes(Path out) throws IOException {
    try (Stream<Path> runs = Files.list(out)) {
      return Files.readString(runs.findFirst().orElseThrow().resolve("episodes.jsonl"));
    }
  }

  /** Both worlds: seen alone, and with proprioception. */
  @ParameterizedTest
  @CsvSource({"two-room, 10", "point-maze-u, 30"})
  void aBundledModelRunsInItsWorld(String preset, int plans) throws Exception {
    String lines = evaluated("first", preset, "--episodes", "1");
    assertThat(lines.lines().findFirst().orElseThrow())
        .contains("iCEM on " + preset)
        .satisfies(line -> assertThat(line.split("\"best_costs\"", -1)).hasSize(plans + 1));
  }

  @Test
  void aModelOfUnknownRateFitsAndOneOfAnotherIsTakenIfSomebodySaysSo() throws Exception {
    Path unknown = RateOfBundle.unknown(temporary.resolve("unknown"));
    Path other = RateOfBundle.of(temporary.resolve("other"), 50_000_000);
    assertThat(evaluated("one", "two-room", "--episodes", "1", "model=" + unknown)).isNotEmpty();
    assertThat(evaluated("two", "two-room", "--episodes", "1", "model=" + other, "anyRate=true"))
        .isNotEmpty();
  }

  @Test
  void theSameSeedGivesTheSameBytesOnOneThreadAndOnTwo() throws Exception {
    String once = evaluated("once", "two-room", "--episodes", "2");
    assertThat(evaluated("again", "two-room", "--episodes", "2")).isEqualTo(once);
    assertThat(evaluated("shared", "two-room", "--episodes", "2", "workers=2")).isEqualTo(once);
  }

  @Test
  void theEagerEngineDrivesTheSameModel() throws Exception {
    String lines = evaluated("eager", "two-room", "--episodes", "1", "control.engine=eager");
    assertThat(lines.lines()).hasSize(3);
  }
}
