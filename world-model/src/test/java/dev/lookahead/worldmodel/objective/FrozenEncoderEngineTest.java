package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Encode;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.MovingDot;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrozenEncoderEngineTest {

  private static final int BATCH = 3;
  private static final int FRAMES = 5;
  private static final int FRAME_BYTES = MovingDot.SIDE * MovingDot.SIDE * 3;

  private final Jepa jepa =
      new Jepa(TinyJepa.of(TinyJepa.vit().vision(), TinyJepa.causal(2), true));
  private final byte[] frames = new byte[BATCH * FRAMES * FRAME_BYTES];
  private final float[] actions = new float[BATCH * (FRAMES - 1) * TinyJepa.BLOCK * 2];

  private JepaObjective objective(TargetEncoder target) {
    ObjectiveWeights weights = new ObjectiveWeights(1, 0.5f, 0, 0, 0, 0, 0, 0, 0, 0, 0.3f, 0);
    ObjectiveSettings settings =
        new ObjectiveSettings(weights, PredictionLoss.L1, target, 2, true, 16, 16, false);
    return new JepaObjective(jepa, settings, BATCH, FRAMES);
  }

  private float[] encoded(TensorEngine engine, ParameterSet parameters, byte[] pictures) {
    Encode encode = new Encode(jepa, pictures.length / FRAME_BYTES);
    try (TensorSession session = engine.open(parameters, List.of(encode))) {
      DeviceTensor input = session.allocate(encode.inputs().get(0));
      input.write(ByteBuffer.wrap(pictures));
      return session.run(encode.name(), List.of(input)).get(0).toArray();
    }
  }

  private List<Float> losses(
      TensorEngine engine, JepaObjective objective, ParameterSet parameters) {
    byte[] goals = Arrays.copyOf(frames, BATCH * FRAME_BYTES);
    try (TensorSession session = engine.open(parameters, List.of(objective))) {
      List<DeviceTensor> inputs = objective.inputs().stream().map(session::allocate).toList();
      for (DeviceTensor input : inputs) {
        switch (input.spec().name()) {
          case "frames" -> input.write(ByteBuffer.wrap(frames));
          case "latents" -> input.write(encoded(engine, parameters, frames));
          case "actions" -> input.write(actions);
          case "goal_frames" -> input.write(ByteBuffer.wrap(goals));
          case "goal_latents" -> input.write(encoded(engine, parameters, goals));
          default -> input.write(new float[] {4, 5, 6});
        }
      }
      List<Float> losses = new ArrayList<>();
      session.run(objective.name(), inputs).forEach(loss -> losses.add(loss.toArray()[0]));
      return losses;
    }
  }

  @Test
  void givenItsOwnLatentsAModelHasTheLossItHasOnFrames() {
    MovingDot.clips(new SplittableRandom(3), BATCH, FRAMES, TinyJepa.BLOCK, frames, actions);
    ParameterSet parameters =
        TinyJepa.noisy(TinyJepa.parameters(jepa.config()), new SplittableRandom(4));

    List<Float> onFrames = losses(new EagerEngine(), objective(TargetEncoder.STOPPED), parameters);

    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      List<Float> onLatents = losses(engine, objective(TargetEncoder.FROZEN), parameters);
      assertThat(onLatents).hasSize(4);
      for (int i = 0; i < 4; i++) {
        assertThat(onLatents.get(i)).isCloseTo(onFrames.get(i), within(1e-5f));
      }
    }
  }

  @Test
  void theEncoderIsNotAmongWhatIsTrained() {
    List<String> trained =
        objective(TargetEncoder.FROZEN).parameters().stream().map(ParameterSpec::name).toList();

    assertThat(trained)
        .contains("predictor.positions", "distance.out.weight")
        .noneMatch(name -> name.startsWith("encoder."));
    assertThat(objective(TargetEncoder.STOPPED).parameters())
        .hasSize(trained.size() + jepa.visionParameters().size());
  }

  @Test
  void termsThatShapeAnEncoderAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ObjectiveSettings.of(ObjectiveWeights.leWm(), TargetEncoder.FROZEN))
        .withMessageContaining("frozen encoder")
        .withMessageContaining("sig_reg");
  }
}
