package dev.lookahead.worldmodel.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.family.EncodeTokens;
import dev.lookahead.worldmodel.masking.MaskSampler;
import dev.lookahead.worldmodel.objective.PredictionLoss;
import dev.lookahead.worldmodel.objective.TargetEncoder;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MaskedObjectiveEngineTest {

  static Stream<MaskedSettings> everyKind() {
    return Stream.of(
        TinyMasked.settings(TargetEncoder.AVERAGED),
        TinyMasked.settings(TargetEncoder.STOPPED),
        TinyMasked.settings(TargetEncoder.ONLINE),
        TinyMasked.pixels(),
        TinyMasked.withoutPredictor());
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void everyObjectiveTakesTheSameStepsOnBothEngines(MaskedSettings settings) {
    List<float[]> eager = losses(new EagerEngine(), settings);
    List<float[]> traced = losses(new TorchScriptEngine(), settings);
    for (int step = 0; step < eager.size(); step++) {
      assertThat(traced.get(step))
          .as("step %d of %s", step, settings)
          .containsExactly(eager.get(step), within(2e-5f));
    }
  }

  /** Four steps, which meet different signatures. */
  private static List<float[]> losses(TensorEngine engine, MaskedSettings settings) {
    MaskedTask task = TinyMasked.task(engine, settings);
    PixelBatch batch = task.allocate();
    List<float[]> losses = new ArrayList<>();
    TrainingState start = TrainingState.initial(task.program(), task.initialize());
    try (TrainingSession session = engine.train(task.program(), start)) {
      var inputs = task.inputs(session::allocate);
      for (int step = 0; step < 4; step++) {
        task.fill(batch, step);
        int loss = inputs.fill(batch, step);
        losses.add(session.step(loss, inputs.tensors(loss), 1e-3f, 0.9f));
      }
    }
    return losses;
  }

  @Test
  void clipsAreLearnedFromInTwoViewsOfTubes() {
    Eye eye = TinyMasked.clip();
    MaskSampler tubes = TinyMasked.tubes(eye);
    TensorEngine engine = new TorchScriptEngine();
    MaskedTask task =
        new MaskedTask(
            engine,
            eye,
            tubes,
            TinyMasked.settings(TargetEncoder.AVERAGED),
            TinyMasked.SETTINGS,
            SquaresSource.split(4));
    assertThat(tubes.signatures()).hasSize(1);
    TrainingState state = TrainingState.initial(task.program(), task.initialize());
    assertThat(task.validate(state).losses().get("total")).isPositive();
  }

  @Test
  void whatIsHiddenCannotReachTheContext() {
    Eye eye = TinyMasked.picture();
    ParameterSet encoder =
        ParameterSet.initialize(eye.model().parameters(), new SplittableRandom(1));
    EncodeTokens encode = new EncodeTokens(eye.model(), 1, 5);
    int[] visible = {0, 3, 5, 6, 12};
    ByteBuffer pixels = noise(7);
    ByteBuffer changed = noise(8);
    for (int i = 0; i < changed.capacity(); i++) {
      int row = i / 3 / 16 / 4;
      int column = i / 3 % 16 / 4;
      if (List.of(0, 3, 5, 6, 12).contains(row * 4 + column)) {
        changed.put(i, pixels.get(i));
      }
    }
    TensorEngine engine = new EagerEngine();
    float[] seen = encoded(engine, encode, encoder, pixels, visible);

    assertThat(encoded(engine, encode, encoder, changed, visible)).isEqualTo(seen);
    assertThat(encoded(engine, encode, encoder, pixels, new int[] {0, 3, 5, 6, 13}))
        .isNotEqualTo(seen);
  }

  @Test
  void theContextEncodersCostFallsWithTheTokensItSees() {
    Eye eye = TinyMasked.picture();
    long all = operations(eye, 16);
    assertThat((double) operations(eye, 8) / all).isBetween(0.4, 0.55);
    assertThat((double) operations(eye, 4) / all).isBetween(0.15, 0.3);
  }

  private static long operations(Eye eye, int visible) {
    return FlopCounter.evaluation(
        new EncodeTokens(eye.model(), 1, visible), eye.model().parameters());
  }

  @Test
  void theEncoderThatIsKeptIsTheMovingAverage() {
    MaskedTask task =
        TinyMasked.task(new EagerEngine(), TinyMasked.settings(TargetEncoder.AVERAGED));
    ParameterSet start = task.initialize();
    assertThat(start.relativeTo("target.encoder.")).isEqualTo(start.relativeTo("encoder."));
    ParameterSet moved =
        start.with(
            Map.of(
                "target.encoder.patch.bias",
                HostTensor.filled(start.get("encoder.patch.bias").shape(), 3)));
    assertThat(task.kept(moved).get("encoder.patch.bias").get(0)).isEqualTo(3);
    task.kept(moved).check(task.model().parameters());
  }

  @Test
  void contradictingChoicesAreRefusedByName() {
    assertThatThrownBy(
            () ->
                new MaskedSettings(
                    MaskedSettings.Prediction.LATENTS,
                    TargetEncoder.AVERAGED,
                    PredictionLoss.L1,
                    Optional.empty(),
                    0.1f,
                    8))
        .hasMessage(
            "sigReg above 0 needs target ONLINE and predict LATENTS, got AVERAGED and LATENTS");
    assertThatThrownBy(
            () ->
                new MaskedSettings(
                    MaskedSettings.Prediction.LATENTS,
                    TargetEncoder.FROZEN,
                    PredictionLoss.L1,
                    Optional.empty(),
                    0,
                    8))
        .hasMessageContaining("got FROZEN");
  }

  @Test
  void pixelsAndMasksThatDoNotFitTheEncoderAreRefusedWithBothValues() {
    Eye eye = TinyMasked.picture();
    MaskedSettings objective = TinyMasked.settings(TargetEncoder.AVERAGED);
    TensorEngine engine = new EagerEngine();
    assertThatThrownBy(
            () ->
                new MaskedTask(
                    engine,
                    eye,
                    TinyMasked.blocks(eye),
                    objective,
                    TinyMasked.SETTINGS,
                    SquaresSource.split(4)))
        .hasMessage("the encoder takes 16x16 pixels, these samples are 4 frames of 16x16 pixels");
    assertThatThrownBy(
            () ->
                new MaskedTask(
                    engine,
                    eye,
                    TinyMasked.random(TinyMasked.clip()),
                    objective,
                    TinyMasked.SETTINGS,
                    SquaresSource.split(1)))
        .hasMessageContaining("tubelets=1")
        .hasMessageContaining("tubelets=2");
  }

  private static float[] encoded(
      TensorEngine engine,
      EncodeTokens encode,
      ParameterSet encoder,
      ByteBuffer pixels,
      int[] visible) {
    try (TensorSession session = engine.open(encoder, List.of(encode))) {
      List<DeviceTensor> inputs = encode.inputs().stream().map(session::allocate).toList();
      inputs.get(0).write(pixels.duplicate().clear());
      inputs.get(1).write(visible);
      try (DeviceTensor tokens = session.run(encode.name(), inputs).get(0)) {
        return tokens.toArray();
      }
    }
  }

  private static ByteBuffer noise(long seed) {
    byte[] bytes = new byte[16 * 16 * 3];
    new SplittableRandom(seed).nextBytes(bytes);
    return ByteBuffer.allocateDirect(bytes.length)
        .order(ByteOrder.nativeOrder())
        .put(bytes)
        .clear();
  }
}
