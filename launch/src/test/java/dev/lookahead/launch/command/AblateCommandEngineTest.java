package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyTraining;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AblateCommandEngineTest {

  @TempDir Path folder;

  @Test
  void everyPresetHasARowAndEveryProbeAColumn() throws IOException {
    Path preset = folder.resolve("tiny.yaml");
    Files.writeString(
        preset,
        """
        collection:
          - extends: two-room-distracted
            folder: %s
            frameSide: 32
            recipe: {episodes: 6, steps: 8}
        pretraining:
          - {extends: %s}
          - {extends: %s, title: pixels, objective: {predict: pixels}}
        seeds: [3]
        probeEpisodes: 6
        probe: {epochs: 2, stride: 2, resamples: 100}
        """
            .formatted(folder.resolve("frames"), variant(), variant()));
    RecordedContext recorded = new RecordedContext();

    int code =
        MainRunner.run(
            recorded.context(),
            "ablate",
            preset.toString(),
            "--out",
            folder.resolve("runs").toString());

    assertThat(code).as(recorded.err()).isZero();
    Path run = TinyTraining.onlyRun(folder.resolve("runs"));
    assertThat(run.resolve("two-room-distracted.md"))
        .content()
        .contains("| two-room-distracted | seed | ridge | 5-NN | attentive | spread | rank |")
        .contains("| untrained | 3 |")
        .contains("| tiny | 3 |")
        .contains("| pixels | 3 |");
    assertThat(run.resolve("rows.json")).content().contains("\"outcome\"", "\"effectiveRank\"");
    assertThat(recorded.out()).contains("two-room-distracted", "untrained", "completed");
  }

  private Path variant() throws IOException {
    Path file = folder.resolve("variant.yaml");
    Files.writeString(
        file,
        """
        extends: two-room
        title: tiny
        encoder:
          frameHeight: 32
          frameWidth: 32
          blocks: {width: 12, depth: 1, mlpWidth: 12}
        masking: {type: random, hidden: 0.5}
        objective: {predictor: {width: 12, depth: 1, heads: 1}}
        training: {steps: 6, batch: 4, warmupSteps: 2, validationBatches: 1, validateEvery: 3}
        """);
    return file;
  }
}
