package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyPatches;
import dev.lookahead.launch.TinyTraining;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Normalizer;
import dev.lookahead.worldmodel.encoder.StandardizedEncoder;
import dev.lookahead.worldmodel.episode.DatasetSplit;
import dev.lookahead.worldmodel.episode.EpisodeDataset;
import dev.lookahead.worldmodel.episode.RunningStatistics;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaLatents;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import dev.lookahead.worldmodel.training.TrainingSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenTrainCommandEngineTest {

  @TempDir Path folder;
  private final RecordedContext recorded = new RecordedContext();

  @BeforeEach
  void prepare() throws IOException {
    TinyPatches.prepare(folder);
  }

  private int train(String... more) {
    return MainRunner.run(
        recorded.context(), TinyTraining.arguments(folder, folder.resolve("runs"), more));
  }

  @Test
  void aPredictorIsTrainedBehindAnEncoderThatStaysAsItIs() throws IOException {
    Path bundle = TinyPatches.train(folder, "frozen.cache=" + folder.resolve("latents"));

    LoadedModel model = LoadedModel.read(bundle);
    Jepa jepa = new Jepa(model.config());
    ParameterSet trained = ModelBundle.open(bundle).parameters(jepa.parameters());
    assertThat(model.config().vision()).isInstanceOf(StandardizedEncoder.class);
    TinyPatches.ENCODER
        .requireEncoder()
        .parameters()
        .forEach(
            spec ->
                assertThat(trained.get("encoder.vision." + spec.name()))
                    .isEqualTo(TinyPatches.WEIGHTS.get(TokenModel.ENCODER + spec.name())));
    assertThat(folder.resolve("latents")).isNotEmptyDirectory();
  }

  /** What is planned with is what was trained on: latents of the cache, mean 0 and variance 1. */
  @Test
  void theFinishedModelStandardisesFramesAsTheTrainingDid() throws IOException {
    Path bundle = TinyPatches.train(folder);
    LoadedModel model = LoadedModel.read(bundle);
    EpisodeDataset episodes = EpisodeDataset.open(folder.resolve("data"));
    TrainingSettings settings = TrainingSettings.defaults();
    DatasetSplit split =
        DatasetSplit.draw(episodes.size(), settings.validationFraction(), settings.seed());
    RunningStatistics statistics = new RunningStatistics(model.config().goalWidth());
    ParameterSet weights =
        ModelBundle.open(bundle).parameters(new Jepa(model.config()).parameters());
    try (JepaLatents latents =
        new JepaLatents(new TorchScriptEngine(), model.config(), weights, 21)) {
      for (int number : split.training()) {
        ByteBuffer frames = episodes.episode(number).frames();
        statistics.add(FloatBuffer.wrap(latents.encode(frames, FloatBuffer.allocate(0))));
      }
    }
    Normalizer found = statistics.normalizer(1e-9);
    assertThat(found.mean()).containsExactly(new float[48], within(1e-3f));
    float[] ones = new float[48];
    Arrays.fill(ones, 1);
    assertThat(found.std()).containsExactly(ones, within(1e-3f));
  }

  @Test
  void withoutAnEncoderItIsRefused() {
    assertThat(train("frozen.model=" + folder.resolve("nowhere"))).isEqualTo(4);
    assertThat(recorded.err()).contains("there is no encoder in").contains("lookahead pretrain");
  }

  @Test
  void aFrozenTargetWithoutAnEncoderIsASettingThatDoesNotFit() {
    assertThat(train()).isEqualTo(2);
    assertThat(recorded.err()).contains("objective.target frozen needs frozen.model");
  }
}
