package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What {@code lookahead train} says when it cannot go on, and what it leaves behind. */
class TrainCommandFailuresEngineTest {

  private static final String CHECKPOINT = "checkpoint.safetensors";

  @TempDir static Path prepared;

  @TempDir Path runs;

  private RecordedContext recorded = new RecordedContext();

  @BeforeAll
  static void recordEpisodes() throws IOException {
    TinyTraining.prepare(prepared);
  }

  @Test
  void theCheckpointOfAnotherRunOrModelIsRefused() throws IOException {
    Path run = interrupted("a");
    byte[] log = Files.readAllBytes(run.resolve("events.jsonl"));
    for (String change : new String[] {"training.seed=2", "model.predictor.depth=2"}) {
      Files.copy(
          interrupted(change, change).resolve(CHECKPOINT),
          run.resolve(CHECKPOINT),
          StandardCopyOption.REPLACE_EXISTING);

      assertThat(resume(run)).isEqualTo(4);

      assertSentence("belongs to another run");
      assertThat(run.resolve("status")).hasContent("interrupted\n");
      assertThat(run.resolve("events.jsonl")).hasBinaryContent(log);
    }
  }

  @Test
  void aDamagedCheckpointIsRefused() throws IOException {
    Path run = interrupted("a");
    byte[] good = Files.readAllBytes(run.resolve(CHECKPOINT));
    byte[] flipped = good.clone();
    flipped[good.length - 100] ^= 1;

    Files.write(run.resolve(CHECKPOINT), flipped);
    assertThat(resume(run)).isEqualTo(4);
    assertSentence("it is damaged: expected SHA-256");

    Files.write(run.resolve(CHECKPOINT), Arrays.copyOf(good, good.length / 2));
    assertThat(resume(run)).isEqualTo(4);
    assertSentence(CHECKPOINT);

    Files.delete(run.resolve(CHECKPOINT));
    assertThat(resume(run)).isEqualTo(4);
    assertSentence("start it anew: lookahead train " + run.resolve("config.yaml"));
  }

  @Test
  void episodesRecordedAnewAreNotThoseOfTheRun() throws IOException {
    Path data = copyOfTheData();
    recorded.interruptAfterLooks(17);
    train("a", "data=" + data);
    Path run = TinyTraining.onlyRun(runs.resolve("a"));
    Path shard = data.resolve("shard-00000.safetensors");
    byte[] bytes = Files.readAllBytes(shard);
    bytes[bytes.length - 1] ^= 1;
    Files.write(shard, bytes);

    assertThat(resume(run)).isEqualTo(4);
    assertSentence("belongs to another run");
  }

  @Test
  void missingEpisodesAreADataErrorThatSaysHowToRecordThem() {
    assertThat(train("a", "data=" + runs.resolve("nowhere"))).isEqualTo(3);
    assertSentence("lookahead collect PRESET folder=" + runs.resolve("nowhere"));

    recorded = new RecordedContext();
    assertThat(train("a", "data=runs/data/point-maze-u")).isEqualTo(3);
    assertSentence("record them: lookahead collect point-maze-u");
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void damagedHalfWrittenAndMissingShardsAreDataErrors() throws IOException {
    Path data = copyOfTheData();
    Path shard = data.resolve("shard-00000.safetensors");
    byte[] good = Files.readAllBytes(shard);

    Files.write(shard, Arrays.copyOf(good, good.length - 1));
    assertThat(train("a", "data=" + data)).isEqualTo(3);
    assertSentence(shard.toString());

    byte[] damaged = good.clone();
    damaged[20] ^= 0x55;
    Files.write(shard, damaged);
    assertThat(train("a", "data=" + data)).isEqualTo(3);
    assertSentence(shard.toString());

    Files.move(shard, data.resolve("shard-00000.safetensors.tmp"));
    assertThat(train("a", "data=" + data)).isEqualTo(3);
    assertSentence("training needs at least 2 episodes, one of them to hold out, found 0");

    Files.write(data.resolve("shard-00001.safetensors"), good);
    assertThat(train("a", "data=" + data)).isEqualTo(3);
    assertSentence("this shard is missing");
    assertThat(runs.resolve("a")).doesNotExist();
  }

  @Test
  void wrongSettingsAreReportedTogetherBeforeAnythingIsWritten() {
    assertThat(train("a", "training.step=3", "training.batch=1", "objective.loss=l3")).isEqualTo(2);
    assertSentence("training.step (command line): unknown key; did you mean 'steps'?");
    assertSentence("batch must be at least 2, got 1");
    assertSentence("l3");

    recorded = new RecordedContext();
    assertThat(MainRunner.run(recorded.context(), "train", "two-rom")).isEqualTo(2);
    assertSentence("did you mean 'two-room'?");

    recorded = new RecordedContext();
    assertThat(MainRunner.run(recorded.context(), "train", "training.steps=3")).isEqualTo(2);
    assertSentence("which preset?");
    assertThat(runs).isEmptyDirectory();
  }

  @Test
  void clipsLongerThanAnyEpisodeAreRefusedBeforeAnythingIsWritten() {
    assertThat(train("a", "training.clipFrames=40")).isEqualTo(3);
    assertSentence("a clip of 40 frames, 2 steps apart, needs episodes of more than 78 frames");
    assertThat(runs).isEmptyDirectory();
  }

  /** A device that is always full stands in for a disk that just became so. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskKeepsTheCheckpointBeforeAndTheRunGoesOnLater() throws IOException {
    Path run = interrupted("a");
    byte[] good = Files.readAllBytes(run.resolve(CHECKPOINT));
    Path unfinished = run.resolve(CHECKPOINT + ".tmp");
    Files.createSymbolicLink(unfinished, Path.of("/dev/full"));

    assertThat(resume(run)).isEqualTo(1);

    assertSentence("the disk is full");
    assertThat(run.resolve(CHECKPOINT)).hasBinaryContent(good);
    assertThat(unfinished).doesNotExist();
    assertThat(run.resolve("model")).doesNotExist();
    assertThat(run.resolve("status")).hasContent("failed\n");
    assertThat(resume(run)).as(recorded.err()).isZero();
  }

  @Test
  void aCollapsedRunSaysSoAndLeavesItsCurves() throws IOException {
    int code =
        train(
            "a",
            "objective.weights.sigReg=0",
            "objective.weights.variance=0",
            "training.learningRate=0.01");

    assertThat(code).isEqualTo(1);
    assertSentence("the latents collapsed by step ");
    Path run = TinyTraining.onlyRun(runs.resolve("a"));
    assertSentence("the curves are in " + run.resolve("curves.png"));
    assertThat(run.resolve("curves.png")).isNotEmptyFile();
    assertThat(run.resolve("model")).doesNotExist();
    assertThat(run.resolve("status")).hasContent("failed\n");
  }

  @Test
  void onlyDebuggingShowsWhereItFailed() {
    assertThat(train("a", "training.clipFrames=40", "--debug")).isEqualTo(3);
    assertThat(recorded.err()).contains("\tat dev.lookahead.");
  }

  private void assertSentence(String part) {
    assertThat(recorded.err()).contains(part).doesNotContain("\tat ").doesNotContain("Exception");
  }

  private Path interrupted(String name, String... settings) throws IOException {
    recorded = new RecordedContext();
    recorded.interruptAfterLooks(17);
    assertThat(train(name, settings)).isEqualTo(130);
    return TinyTraining.onlyRun(runs.resolve(name));
  }

  private Path copyOfTheData() throws IOException {
    Path copy = Files.createTempDirectory(prepared, "copy");
    try (Stream<Path> files = Files.list(prepared.resolve("data"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()));
      }
    }
    return copy;
  }

  private int train(String name, String... more) {
    return MainRunner.run(
        recorded.context(), TinyTraining.arguments(prepared, runs.resolve(name), more));
  }

  private int resume(Path run) {
    recorded = new RecordedContext();
    return MainRunner.run(recorded.context(), "train", "--resume", run.toString());
  }
}
