package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.TinyTraining;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.EncoderManifest;
import dev.lookahead.worldmodel.checkpoint.ModelBundle;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.encoder.PatchEncoder;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.family.TokenModelJson;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenTrainCommandEngineTest {

  private static final String PRESET =
      """
      model:
        blockSteps: 2
        actionHidden: 8
        actionWidth: 8
        predictor: {type: patch, contextFrames: 1, rows: 2, columns: 2, tokenWidth: 12, stateWidth: 0, actionWidth: 8, width: 12, depth: 1, heads: 2, residual: true, normalizeTokens: true}
      objective:
        weights: {prediction: 1, rollout: 1, sigReg: 0}
        target: frozen
        rolloutSteps: 2
      training: {steps: 4, batch: 4, clipFrames: 4, warmupSteps: 1, validationBatches: 1, validateEvery: 2, checkpointEvery: 2}
      """;

  private static final TokenModel ENCODER =
      TokenModel.of(
          new ImageTransformer(
              16, 16, 8, false, Positions.SINUSOIDAL, Transformer.plain(12, 1, 2)));

  @TempDir Path folder;
  private final RecordedContext recorded = new RecordedContext();
  private final ParameterSet weights =
      ParameterSet.initialize(ENCODER.parameters(), new SplittableRandom(1));

  @BeforeEach
  void prepare() throws IOException {
    TinyTraining.prepare(folder);
    Files.writeString(folder.resolve("tiny.yaml"), PRESET);
    EncoderBundle.write(
        folder.resolve("encoder"),
        new EncoderManifest(
            "test",
            TokenModelJson.write(ENCODER),
            new Provenance("none", "none", 1, "none", Map.of(), 0, 0, Map.of(), Instant.EPOCH)),
        ENCODER.parameters(),
        weights::get);
  }

  private int train(String... more) {
    return MainRunner.run(
        recorded.context(), TinyTraining.arguments(folder, folder.resolve("runs"), more));
  }

  @Test
  void aPredictorIsTrainedBehindAnEncoderThatStaysAsItIs() throws IOException {
    int code =
        train(
            "frozen.model=" + folder.resolve("encoder"),
            "frozen.cache=" + folder.resolve("latents"));

    assertThat(code).as(recorded.err()).isZero();
    Path bundle = TinyTraining.onlyRun(folder.resolve("runs")).resolve("model");
    LoadedModel model = LoadedModel.read(bundle);
    Jepa jepa = new Jepa(model.config());
    ParameterSet trained = ModelBundle.open(bundle).parameters(jepa.parameters());
    assertThat(model.config().vision()).isInstanceOf(PatchEncoder.class);
    ENCODER
        .requireEncoder()
        .parameters()
        .forEach(
            spec ->
                assertThat(trained.get("encoder.vision." + spec.name()))
                    .isEqualTo(weights.get(TokenModel.ENCODER + spec.name())));
    assertThat(folder.resolve("latents")).isNotEmptyDirectory();
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
