package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.MemoryFolder;
import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.objective.ObjectiveWeights;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.training.TrainingEvent.Saved;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedTrainingEngineTest {

  @TempDir(factory = MemoryFolder.class)
  Path folder;

  @Test
  void collapsedLatentsStopTheRunWithAReason() throws Exception {
    DotTraining training =
        training(
            ObjectiveSettings.of(ObjectiveWeights.predictionOnly(), TargetEncoder.ONLINE),
            new TrainingSettings(
                400, 16, 4, 12, 1e-2f, 0, 1f, 0f, 1f, 0.9f, 5, 0.2, 2, 50, 10_000));
    TrainingResult result = training.start();

    assertThat(result.status()).as(result.reason()).isEqualTo(TrainingStatus.COLLAPSED);
    assertThat(result.reason())
        .matches("the latents collapsed by step \\d+: the .+, (below|above) .+")
        .contains("give sigReg or variance and covariance more weight, or set target to averaged");
    assertThat(result.state().step()).isLessThan(400).isEqualTo(lastStep(training));
    assertThat(folder.resolve("checkpoint.safetensors")).doesNotExist();
  }

  @Test
  void divergenceStopsTheRunAndKeepsTheLastGoodCheckpoint() throws Exception {
    Path checkpoint = folder.resolve("checkpoint.safetensors");
    Files.writeString(checkpoint, "the last good one");
    ObjectiveWeights absurd = new ObjectiveWeights(3e38f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    DotTraining training =
        training(ObjectiveSettings.of(absurd, TargetEncoder.ONLINE), DotTraining.SETTINGS);
    TrainingResult result = training.start();

    assertThat(result.status()).isEqualTo(TrainingStatus.DIVERGED);
    assertThat(result.reason())
        .startsWith("training diverged at step " + result.state().step())
        .contains("Infinity")
        .contains("lower learningRate or clipNorm");
    assertThat(training.of(Saved.class)).isEmpty();
    assertThat(checkpoint).hasContent("the last good one");
  }

  private DotTraining training(ObjectiveSettings objective, TrainingSettings settings)
      throws Exception {
    return new DotTraining(
        MovingDotEpisodes.record(folder.resolve("dots"), number -> number),
        objective,
        settings,
        folder.resolve("checkpoint.safetensors"));
  }

  private static long lastStep(DotTraining training) {
    return training.events.get(training.events.size() - 1).step();
  }
}
