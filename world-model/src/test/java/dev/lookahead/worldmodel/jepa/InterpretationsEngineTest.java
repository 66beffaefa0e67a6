package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InterpretationsEngineTest {

  private static final GoalCost SUM =
      new GoalCost(1, 0.5f, 0, GoalCost.Aggregation.SUM, 0.9f, LatentDistance.Reduction.SUM);
  private static final GoalCost BLOCKS =
      new GoalCost(0, 0, 1, GoalCost.Aggregation.LAST_STEP, 1, LatentDistance.Reduction.SUM);

  @Test
  void everyModelPlansWithTheSameNumbersOnBothEngines() {
    for (JepaConfig config :
        List.of(
            TinyJepa.vit(),
            TinyJepa.history(),
            TinyJepa.recurrent(),
            TinyJepa.feeling(),
            TinyJepa.patches(),
            TinyJepa.feelingPatches(),
            TinyJepa.actionConditioned(),
            TinyJepa.choosing(),
            TinyJepa.drawing())) {
      Jepa jepa = new Jepa(config);
      ParameterSet parameters = TinyJepa.parameters(config);
      int frames = config.predictor().contextFrames();
      for (GoalCost cost : config.distance() == null ? List.of(SUM) : List.of(SUM, BLOCKS)) {
        for (TensorFunction function :
            List.of(
                new Observe(jepa, cost),
                new Encode(jepa, 3),
                new Imagine(jepa, cost, frames, 5, 6, Imagine.Result.COSTS),
                new Imagine(jepa, cost, frames, 1, 6, Imagine.Result.DISTANCES))) {
          List<float[]> eager = run(new EagerEngine(), parameters, function);
          List<float[]> traced = run(new TorchScriptEngine(), parameters, function);
          for (int i = 0; i < eager.size(); i++) {
            assertClose(traced.get(i), eager.get(i), function);
          }
        }
      }
    }
  }

  private static List<float[]> run(
      TensorEngine engine, ParameterSet parameters, TensorFunction function) {
    RandomGenerator random = new SplittableRandom(11);
    try (TensorSession session = engine.open(parameters, List.of(function))) {
      List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
      for (DeviceTensor input : inputs) {
        int count = input.spec().shape().count();
        if (input.spec().type() == ElementType.UINT8) {
          byte[] bytes = new byte[count];
          for (int i = 0; i < count; i++) {
            bytes[i] = (byte) random.nextInt(256);
          }
          input.write(ByteBuffer.wrap(bytes));
        } else {
          float[] values = new float[count];
          for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
          }
          input.write(values);
        }
      }
      List<float[]> outputs = new ArrayList<>();
      session.run(function.name(), inputs).forEach(output -> outputs.add(output.toArray()));
      return outputs;
    }
  }

  private static void assertClose(float[] found, float[] expected, TensorFunction function) {
    float scale = 0;
    for (float value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i])
          .as("%s, value %d", function, i)
          .isCloseTo(expected[i], within(1e-5f * scale));
    }
  }
}
