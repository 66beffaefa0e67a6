package dev.lookahead.worldmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lookahead.worldmodel.episode.ClipBatch;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.FrameLatents;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.objective.JepaObjective;
import dev.lookahead.worldmodel.objective.ObjectiveSettings;
import dev.lookahead.worldmodel.objective.ObjectiveWeights;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenTrainingEngineTest {

  private static final TrainingSettings SETTINGS = DotTraining.SETTINGS;

  @TempDir private Path directory;
  private final TorchScriptEngine engine = new TorchScriptEngine();
  private final Jepa jepa = new Jepa(TinyJepa.normalized());
  private final ParameterSet encoder = TinyJepa.parameters(jepa.config());
  private final JepaObjective objective =
      new JepaObjective(
          jepa,
          ObjectiveSettings.of(
              new ObjectiveWeights(1, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), TargetEncoder.FROZEN),
          SETTINGS.batch(),
          SETTINGS.clipFrames());
  private EpisodeDataset dots;
  private DatasetSplit split;

  @BeforeEach
  void recordDots() throws IOException {
    dots = MovingDotEpisodes.record(directory.resolve("dots"), seed -> seed);
    split = DatasetSplit.draw(dots.size(), SETTINGS.validationFraction(), SETTINGS.seed());
  }

  @Test
  void aPredictorLearnsOnTheLatentsOfAFrozenEncoder() throws Exception {
    Optional<FrameLatents> latents =
        new LatentCache(engine, jepa, encoder, directory.resolve("cache"))
            .of(dots, "hash", () -> false, count -> {});
    TrainingLoop<ClipBatch> loop =
        new TrainingLoop<>(
            engine,
            new ClipTask(engine, objective, SETTINGS, new TrainingData(dots, split, latents)),
            "frozen");
    List<TrainingEvent> events = new ArrayList<>();
    ExecutorService batches = Executors.newSingleThreadExecutor();
    TrainingResult result;
    try {
      result =
          loop.train(
              loop.fresh(), directory.resolve("checkpoint"), batches, () -> false, events::add);
    } finally {
      batches.shutdownNow();
    }
    List<Float> validated =
        events.stream()
            .filter(TrainingEvent.Validated.class::isInstance)
            .map(event -> ((TrainingEvent.Validated) event).losses().get("prediction"))
            .toList();
    ParameterSet trained = objective.planning(result.state().parameters().with(encoder.tensors()));

    assertThat(result.status()).as(result.reason()).isEqualTo(TrainingStatus.COMPLETED);
    assertThat(validated.get(validated.size() - 1)).isLessThan(validated.get(0));
    trained.check(jepa.parameters());
    jepa.visionParameters()
        .forEach(spec -> assertThat(trained.get(spec.name())).isEqualTo(encoder.get(spec.name())));
  }

  @Test
  void aFrozenEncoderWithoutItsLatentsIsRefused() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> new ClipTask(engine, objective, SETTINGS, new TrainingData(dots, split)))
        .withMessageContaining("needs latents of length 16")
        .withMessageContaining("have 0");
  }
}
