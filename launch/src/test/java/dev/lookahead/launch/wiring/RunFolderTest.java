package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.launch.report.Scalar;
import dev.lookahead.launch.terminal.BuildInfo;
import dev.lookahead.launch.terminal.LaunchFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");

  @TempDir Path temporary;

  private record Settings(int steps, Path data) {}

  private record Stepped(int step) {}

  private record Unwritable(Object setting) {}

  @Test
  void aRunLeavesItsSettingsSeedsVersionsAndStatus() throws IOException {
    Path path;
    try (RunFolder run = create("two-room")) {
      path = run.path();
      assertThat(path.resolve("status")).hasContent("running\n");
      run.events().accept(new Stepped(1));
      run.scalars().accept(new Scalar("loss", 1, 0.5));
      run.write("report/index.html", "<p>done".getBytes(StandardCharsets.UTF_8));
      run.finish(RunStatus.COMPLETE);
    }

    assertThat(path.getFileName()).hasToString("train-two-room-20261121-103000");
    assertThat(path.resolve("status")).hasContent("complete\n");
    assertThat(path.resolve("config.yaml")).hasContent("steps: 10\ndata: data/x\n");
    assertThat(Files.readString(path.resolve("run.json")))
        .contains("\"training\" : 7")
        .contains("\"commit\" : \"abc\"")
        .contains("\"cores\" : ")
        .contains("2026-11-21T10:30:00Z");
    assertThat(path.resolve("events.jsonl")).content().contains("\"event\":\"Stepped\"");
    assertThat(path.resolve("metrics")).isNotEmptyDirectory();
    assertThat(path.resolve("report/index.html")).hasContent("<p>done");
    try (Stream<Path> files = Files.walk(path)) {
      assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @Test
  void aRunThatIsLeftEarlyHasFailed() throws IOException {
    RunFolder run = create("two-room");
    run.close();

    assertThat(run.path().resolve("status")).hasContent("failed\n");
  }

  @Test
  void aStoppedRunGoesOnInItsFolder() throws IOException {
    Path path;
    try (RunFolder run = create("two-room")) {
      path = run.path();
      run.events().accept(new Stepped(1));
      run.finish(RunStatus.INTERRUPTED);
    }

    try (StoppedRun stopped = StoppedRun.open(path, "train");
        RunFolder resumed = stopped.resume(InstantSource.fixed(NOW))) {
      assertThat(stopped.complete()).isFalse();
      assertThat(path.resolve("status")).hasContent("running\n");
      resumed.events().accept(new Stepped(2));
      resumed.finish(RunStatus.COMPLETE);
    }

    assertThat(path.resolve("status")).hasContent("complete\n");
    assertThat(Files.readAllLines(path.resolve("events.jsonl"))).hasSize(2);
    try (StoppedRun complete = StoppedRun.open(path, "train")) {
      assertThat(complete.complete()).isTrue();
    }
  }

  @Test
  void aRunThatIsStillGoingOnCannotBeTakenOver() throws IOException {
    try (RunFolder run = create("two-room")) {
      assertThatThrownBy(() -> StoppedRun.open(run.path(), "train"))
          .isInstanceOf(LaunchFailure.class)
          .hasMessageContaining("is still going on");
      assertThat(run.path().resolve("status")).hasContent("running\n");
    }
  }

  @Test
  void runsOfTheSameSecondGetFoldersOfTheirOwn() throws IOException {
    try (RunFolder first = create("a/b/two-room.yaml");
        RunFolder second = create("two-room")) {
      assertThat(first.path().getFileName()).hasToString("train-two-room-20261121-103000");
      assertThat(second.path().getFileName()).hasToString("train-two-room-20261121-103000-2");
    }
  }

  @Test
  void nothingIsWrittenOutsideOfTheRun() throws IOException {
    try (RunFolder run = create("two-room")) {
      assertThatThrownBy(() -> run.write("../other", new byte[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("outside of the run");
    }
  }

  @Test
  void aRunThatCannotBeginLeavesNoFolder() throws IOException {
    Path runs = temporary.resolve("runs");
    RunRecord record =
        RunRecord.of("train", "x", NOW, Map.of(), new BuildInfo("1", "abc", "2", "3"));

    assertThatThrownBy(
            () ->
                RunFolder.create(
                    runs, record, new Unwritable(new Object()), InstantSource.fixed(NOW)))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void aFileInTheWayOfTheRunsIsReported() throws IOException {
    Files.writeString(temporary.resolve("runs"), "not a folder");

    assertThatThrownBy(() -> create("two-room")).isInstanceOf(FileAlreadyExistsException.class);
  }

  private RunFolder create(String preset) throws IOException {
    RunRecord record =
        RunRecord.of(
            "train", preset, NOW, Map.of("training", 7L), new BuildInfo("1", "abc", "2", "3"));
    return RunFolder.create(
        temporary.resolve("runs"),
        record,
        new Settings(10, Path.of("data/x")),
        InstantSource.fixed(NOW));
  }
}
