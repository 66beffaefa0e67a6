package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.RateOfBundle;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.FailureReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

  /** A search that takes milliseconds. */
  private static final List<String> SMALL =
      List.of(
          "control.planner.search.samples=16",
          "control.planner.search.elites=4",
          "control.planner.search.iterations=2",
          "films=0");

  @TempDir Path temporary;

  private final RecordedContext recorded = new RecordedContext();

  private int evaluate(String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(SMALL);
    all.addAll(List.of("--out", temporary.toString()));
    EvaluateCommand command = new EvaluateCommand(recorded.context());
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all.toArray(String[]::new));
    return command.call();
  }

  private FailureReport refused(String... arguments) {
    List<Throwable> failures = new ArrayList<>();
    assertThatThrownBy(() -> evaluate(arguments)).satisfies(failures::add);
    return FailureReport.of(failures.get(0));
  }

  private Path run() throws IOException {
    try (Stream<Path> runs = Files.list(temporary)) {
      return runs.sorted().reduce((first, second) -> second).orElseThrow();
    }
  }

  private String file(String name) throws IOException {
    return Files.readString(run().resolve(name));
  }

  @Test
  void aModelThatLearnedAtAnotherRateIsRefusedByBothVerbs() throws IOException {
    String model = "model=" + RateOfBundle.of(temporary.resolve("at-20"), 50_000_000);
    for (String verb : List.of("evaluate", "run")) {
      assertThat(MainRunner.run(recorded.context(), verb, "two-room", model))
          .isEqualTo(ExitCode.USAGE.code());
      assertThat(recorded.err())
          .contains("the model learned at 20.000 frames per second, this world has 10.000")
          .contains("anyRate=true");
    }
  }

  @Test
  void theTableHasThePolicyTheFloorAndTheExpertForGivenAndFreshPairs() throws Exception {
    assertThat(evaluate("two-room", "--policy", "oracle", "--episodes", "3", "--fresh", "4"))
        .isZero();
    assertThat(recorded.out())
        .contains("two-room offset25, 3 given pairs, 50 steps")
        .contains("two-room offset25, 4 fresh pairs, 50 steps")
        .contains("iCEM on true dynamics")
        .contains("random")
        .contains("expert");
    assertThat(file("episodes.jsonl").lines()).hasSize(3 * 3 + 3 * 4);
    assertThat(file("plan-times.jsonl").lines()).hasSize(3 + 4);
    assertThat(file("summary.json")).contains("\"wilson_95\"", "\"p99_ms\"", "episodes_sha256");
    assertThat(file("status")).isEqualTo("complete\n");
  }

  @Test
  void theSameSeedWritesTheSameBytesAnotherSeedDoesNot() throws Exception {
    evaluate("two-room", "--policy", "oracle", "--episodes", "2", "--fresh", "2", "--seed", "5");
    String first = file("episodes.jsonl");
    evaluate("two-room", "--policy", "oracle", "--episodes", "2", "--fresh", "2", "--seed", "5");
    assertThat(file("episodes.jsonl")).isEqualTo(first);
    evaluate(
        "two-room",
        "--policy",
        "oracle",
        "--episodes",
        "2",
        "--fresh",
        "2",
        "--seed",
        "5",
        "workers=2");
    assertThat(file("episodes.jsonl")).isEqualTo(first);
    evaluate("two-room", "--policy", "oracle", "--episodes", "2", "--fresh", "2", "--seed", "6");
    assertThat(file("episodes.jsonl")).isNotEqualTo(first);
  }

  @Test
  void ctrlCLeavesAnInterruptedRun() throws Exception {
    recorded.interrupt();
    assertThat(evaluate("two-room", "--policy", "oracle")).isEqualTo(130);
    assertThat(file("status")).isEqualTo("interrupted\n");
  }

  @Test
  void anUnknownProtocolIsMisuseAndNamesTheNearest() {
    FailureReport report = refused("two-room", "--policy", "random", "--protocol", "cros_room");
    assertThat(report.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(report.problem()).contains("did you mean 'cross_room'?");
  }

  @Test
  void aMissingModelIsAModelFailure() {
    FailureReport report = refused("two-room", "model=three-room");
    assertThat(report.exitCode()).isEqualTo(ExitCode.MODEL);
    assertThat(report.problem()).contains("there is no model 'three-room'");
  }

  @Test
  void aModelForAnotherWorldIsAModelFailureThatNamesBothSpaces() {
    FailureReport report = refused("point-maze-u", "model=two-room");
    assertThat(report.exitCode()).isEqualTo(ExitCode.MODEL);
    assertThat(report.problem()).contains("100 N").contains("5 px/step");
  }

  @Test
  void aBundleDirectoryNeedsAProtocol() throws IOException {
    Path bundle = Files.createDirectory(temporary.resolve("bundle"));
    Files.writeString(bundle.resolve("bundle.json"), "{}");
    FailureReport report = refused(bundle.toString());
    assertThat(report.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(report.advice()).contains("--protocol").contains("offset25");
    assertThat(refused(bundle.toString(), "--protocol", "offset25").exitCode())
        .isEqualTo(ExitCode.MODEL);
  }

  @Test
  void aFolderThatLacksAModelsFilesIsAModelFailure() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("empty"));

    FailureReport report = refused(folder.toString(), "--protocol", "offset25");

    assertThat(report.exitCode()).isEqualTo(ExitCode.MODEL);
    assertThat(report.problem()).contains("nor a directory with bundle.json");
  }

  @Test
  void aMissingProtocolFileIsADataFailureThatNamesTheBundledOnes() {
    FailureReport report = refused("two-room", "--protocol", "nowhere.json");

    assertThat(report.exitCode()).isEqualTo(ExitCode.DATA);
    assertThat(report.problem()).contains("there is no such protocol file");
    assertThat(report.advice()).contains("offset25").doesNotContain("collect");
  }

  @Test
  void damagedProtocolsAreDataFailures() throws IOException {
    Path file = temporary.resolve("p.json");
    String protocol =
        "{\"environment\": \"two-room\", \"protocols\": {\"own\": {\"budget_steps\": 5,"
            + " \"episodes\": [{\"start\": [60, 60], \"goal\": [70, %s]}]}}}";
    for (String wrong : List.of("NaN", "300", "[]", "70, 80")) {
      Files.writeString(file, protocol.formatted(wrong));
      FailureReport report =
          refused("two-room", "--policy", "random", "--protocol", file.toString());
      assertThat(report.exitCode()).as(wrong).isEqualTo(ExitCode.DATA);
    }
    Files.writeString(file, protocol.formatted("80"));
    FailureReport report =
        refused("two-room", "--policy", "random", "--fresh", "2", "--protocol", file.toString());
    assertThat(report.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(report.problem()).contains("fresh pairs can be drawn for cross_room, offset25");
    FailureReport other =
        refused("point-maze-u", "--policy", "random", "--protocol", file.toString());
    assertThat(other.problem())
        .contains("'own' is a protocol for 'two-room', the world is 'point-maze-u'");
  }

  @Test
  void nothingToEvaluateIsMisuse() {
    assertThat(refused("two-room", "--policy", "random", "--episodes", "0").exitCode())
        .isEqualTo(ExitCode.USAGE);
    assertThat(refused("two-room", "--policy", "random", "--episodes", "51").problem())
        .contains("has 1 to 50 episodes to evaluate, got 51");
  }
}
