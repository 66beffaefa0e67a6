package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyTraining;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandEngineTest {

  @TempDir static Path prepared;
  private static Path whole = Path.of("");

  @TempDir Path runs;

  private RecordedContext recorded = new RecordedContext();

  @BeforeAll
  static void trainWithoutInterruption() throws IOException {
    TinyTraining.prepare(prepared);
    RecordedContext recorded = new RecordedContext();
    Path out = prepared.resolve("whole");
    assertThat(MainRunner.run(recorded.context(), TinyTraining.arguments(prepared, out)))
        .as(recorded.err())
        .isZero();
    whole = TinyTraining.onlyRun(out);
  }

  @Test
  void aRunLeavesAModelItsCurvesAndItsSettings() throws IOException {
    assertThat(whole.resolve("status")).hasContent("complete\n");
    assertThat(ModelBundle.open(whole.resolve("model")).manifest().provenance().steps())
        .isEqualTo(40);
    assertThat(whole.resolve("curves.png")).isNotEmptyFile();
    assertThat(whole.resolve("config.yaml")).content().contains("steps: 40");
    assertThat(TinyTraining.measured(whole)).hasSize(44);
    try (Stream<Path> files = Files.walk(whole)) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 46})
  void anInterruptedRunGoesOnToTheSameWeights(int looks) throws IOException {
    recorded.interruptAfterLooks(looks);
    assertThat(train()).isEqualTo(130);
    Path run = TinyTraining.onlyRun(runs);
    assertThat(run.resolve("status")).hasContent("interrupted\n");
    assertThat(recorded.out()).contains("lookahead train --resume " + run);

    assertThat(resume(run)).as(recorded.err()).isZero();

    assertThat(run.resolve("status")).hasContent("complete\n");
    assertThat(TinyTraining.weights(run)).isEqualTo(TinyTraining.weights(whole));
    assertThat(TinyTraining.measured(run)).isEqualTo(TinyTraining.measured(whole));
    assertThat(recorded.err()).doesNotContain("train  0/40");
    assertThat(run.resolve("curves.png"))
        .hasBinaryContent(Files.readAllBytes(whole.resolve("curves.png")));
  }

  @Test
  void aLogThatGoesOnBehindTheCheckpointIsCutThere() throws IOException {
    recorded.interruptAfterLooks(17);
    train();
    Path run = TinyTraining.onlyRun(runs);
    Path events = run.resolve("events.jsonl");
    List<String> later =
        Files.readAllLines(whole.resolve("events.jsonl")).stream()
            .filter(line -> line.contains("\"step\":30,"))
            .toList();
    assertThat(later).isNotEmpty();
    Files.write(events, later, StandardOpenOption.APPEND);
    Files.writeString(events, "{\"event\":\"Stepped\",\"ti", StandardOpenOption.APPEND);

    assertThat(resume(run)).isZero();

    assertThat(TinyTraining.measured(run)).isEqualTo(TinyTraining.measured(whole));
  }

  @Test
  void aRunKilledBehindItsLastStepOnlyWritesItsModel() throws IOException {
    train();
    Path run = TinyTraining.onlyRun(runs);
    Files.writeString(run.resolve("status"), "running\n");
    Files.delete(run.resolve("model/bundle.json"));

    assertThat(resume(run)).isZero();

    assertThat(ModelBundle.open(run.resolve("model"))).isNotNull();
    assertThat(TinyTraining.measured(run)).isEqualTo(TinyTraining.measured(whole));
  }

  @Test
  void aCompleteRunHasNothingLeftToDo() throws IOException {
    byte[] log = Files.readAllBytes(whole.resolve("events.jsonl"));

    assertThat(resume(whole)).isZero();

    assertThat(recorded.out()).contains("all steps of this run were taken");
    assertThat(whole.resolve("events.jsonl")).hasBinaryContent(log);
  }

  @Test
  void settingsThatContradictTheRunAreRefusedWithBothValues() throws IOException {
    Path config = whole.resolve("config.yaml");
    String before = Files.readString(config);

    int code =
        MainRunner.run(
            recorded.context(), "train", "--resume", whole.toString(), "training.steps=50");

    assertThat(code).isEqualTo(2);
    assertThat(recorded.err()).contains("training.steps is 40 in the run, given is 50");
    assertThat(config).hasContent(before);
  }

  @Test
  void settingsThatRepeatTheRunAreAccepted() {
    int code =
        MainRunner.run(
            recorded.context(),
            "train",
            prepared.resolve("tiny.yaml").toString(),
            "data=" + prepared.resolve("data"),
            "--resume",
            whole.toString());

    assertThat(code).as(recorded.err()).isZero();
  }

  @Test
  void aFolderWithoutARunCannotGoOn() {
    assertThat(resume(prepared.resolve("data"))).isEqualTo(2);
    assertThat(recorded.err()).contains("there is no run in").doesNotContain("\tat ");
    assertThat(resume(prepared.resolve("nowhere"))).isEqualTo(2);
    assertThat(resume(collected())).isEqualTo(2);
    assertThat(recorded.err()).contains("was made by 'collect', expected one of 'train'");
  }

  private static Path collected() {
    try {
      return TinyTraining.onlyRun(prepared.resolve("collected"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private int train(String... more) {
    return MainRunner.run(recorded.context(), TinyTraining.arguments(prepared, runs, more));
  }

  private int resume(Path run) {
    recorded = new RecordedContext();
    return MainRunner.run(recorded.context(), "train", "--resume", run.toString());
  }
}
