package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A predictor that is told poses learns with those of its clips, in its rollouts too. */
class PoseTrainingEngineTest {

  private static final ObjectiveSettings SETTINGS =
      new ObjectiveSettings(
          new ObjectiveWeights(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
          PredictionLoss.L1,
          TargetEncoder.STOPPED,
          2,
          true,
          8,
          8,
          false);

  private static final JepaObjective OBJECTIVE =
      new JepaObjective(new Jepa(TinyJepa.actionConditioned(2)), SETTINGS, 3, 5);

  @Test
  void itTrainsWithTheSameNumbersOnBothEngines() {
    List<float[]> eager = losses(new EagerEngine());
    List<float[]> traced = losses(new TorchScriptEngine());
    for (int step = 0; step < eager.size(); step++) {
      // The first step is one evaluation; later ones carry Adam's amplified roundings.
      float tolerance = step == 0 ? 1e-5f : 1e-3f;
      for (int i = 0; i < eager.get(step).length; i++) {
        float expected = eager.get(step)[i];
        assertThat(traced.get(step)[i])
            .as("step %d output %d", step, i)
            .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
      }
    }
    assertThat(eager.get(0)).isNotEqualTo(eager.get(1));
  }

  /** Three steps on one batch. */
  private static List<float[]> losses(TensorEngine engine) {
    TrainingProgram program = OBJECTIVE.program(AdamW.defaults());
    TrainingState start =
        TrainingState.initial(program, OBJECTIVE.initialize(new SplittableRandom(1)));
    List<float[]> losses = new ArrayList<>();
    try (TrainingSession session = engine.train(program, start)) {
      List<DeviceTensor> inputs = OBJECTIVE.inputs().stream().map(session::allocate).toList();
      SplittableRandom random = new SplittableRandom(2);
      for (DeviceTensor input : inputs) {
        int count = input.spec().shape().count();
        if (input.spec().type() == ElementType.UINT8) {
          byte[] bytes = new byte[count];
          random.nextBytes(bytes);
          input.write(ByteBuffer.wrap(bytes));
        } else {
          float[] values = new float[count];
          for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
          }
          input.write(values);
        }
      }
      for (int step = 0; step < 3; step++) {
        losses.add(session.step(inputs, 1e-3f, 1));
      }
    }
    return losses;
  }
}
