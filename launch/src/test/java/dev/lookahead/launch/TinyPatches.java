package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.worldmodel.checkpoint.EncoderBundle;
import dev.lookahead.worldmodel.checkpoint.EncoderManifest;
import dev.lookahead.worldmodel.checkpoint.Provenance;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.family.TokenModelJson;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A model of four patch tokens behind a frozen encoder that nobody trained, learned in 4 steps. */
public final class TinyPatches {

  private static final String PRESET =
      """
      model:
        blockSteps: 2
        actionHidden: 8
        actionWidth: 8
        predictor: {type: patch, contextFrames: 1, rows: 2, columns: 2, tokenWidth: 12, stateWidth: 0, actionWidth: 8, width: 12, depth: 1, heads: 2, residual: true, normalizeTokens: false}
      objective:
        weights: {prediction: 1, rollout: 1, sigReg: 0}
        target: frozen
        rolloutSteps: 2
      training: {steps: 4, batch: 4, clipFrames: 4, warmupSteps: 1, validationBatches: 1, validateEvery: 2, checkpointEvery: 2}
      """;

  /** What stays as it is. */
  public static final TokenModel ENCODER =
      TokenModel.of(
          new ImageTransformer(
              16, 16, 8, false, Positions.SINUSOIDAL, Transformer.plain(12, 1, 2)));

  /** Its weights. */
  public static final ParameterSet WEIGHTS =
      ParameterSet.initialize(ENCODER.parameters(), new SplittableRandom(1));

  private TinyPatches() {}

  /** Records {@code folder/data} and writes {@code folder/tiny.yaml} and {@code folder/encoder}. */
  public static void prepare(Path folder) throws IOException {
    TinyTraining.prepare(folder);
    Files.writeString(folder.resolve("tiny.yaml"), PRESET);
    EncoderBundle.write(
        folder.resolve("encoder"),
        new EncoderManifest(
            "test",
            TokenModelJson.write(ENCODER),
            new Provenance("none", "none", 1, "none", Map.of(), 0, 0, Map.of(), Instant.EPOCH)),
        ENCODER.parameters(),
        WEIGHTS::get);
  }

  /** Trains it. */
  public static Path train(Path folder, String... more) throws IOException {
    RecordedContext recorded = new RecordedContext();
    Path runs = folder.resolve("runs");
    List<String> changes = new ArrayList<>(List.of("frozen.model=" + folder.resolve("encoder")));
    changes.addAll(List.of(more));
    int code =
        MainRunner.run(
            recorded.context(),
            TinyTraining.arguments(folder, runs, changes.toArray(String[]::new)));
    assertThat(code).as(recorded.err()).isZero();
    return TinyTraining.onlyRun(runs).resolve("model");
  }
}
