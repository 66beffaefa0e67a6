package dev.lookahead.worldmodel.jepa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.LatentDistance.Reduction;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatentDistanceEngineTest {

  /** Two candidates of two tokens with three channels. */
  private static final float[] TOKENS = {0, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6};

  private static final float[] GOAL = {0, 1, -2, 0, 0, 3};

  @Test
  void candidatesAreScoredByTheirTokensAndChannelsTogether() {
    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      assertClose(distances(engine, LatentDistance.L1, Reduction.SUM), 6, 19);
      assertClose(distances(engine, LatentDistance.L1, Reduction.MEAN), 6 / 6f, 19 / 6f);
      assertClose(distances(engine, LatentDistance.SQUARED_L2, Reduction.SUM), 14, 77);
      assertClose(distances(engine, LatentDistance.SQUARED_L2, Reduction.MEAN), 14 / 6f, 77 / 6f);
    }
  }

  private static void assertClose(float[] found, float... expected) {
    assertThat(found).containsExactly(expected, within(1e-5f));
  }

  private static float[] distances(
      TensorEngine engine, LatentDistance distance, Reduction reduction) {
    TensorFunction function = new TokenDistance(distance, reduction);
    try (TensorSession session = engine.open(new ParameterSet(Map.of()), List.of(function))) {
      List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
      inputs.get(0).write(TOKENS);
      inputs.get(1).write(GOAL);
      return session.run(function.name(), inputs).get(0).toArray();
    }
  }

  private record TokenDistance(LatentDistance distance, Reduction reduction)
      implements TensorFunction {

    @Override
    public String name() {
      return "distance";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(TensorSpec.floats("tokens", 2, 2, 3), TensorSpec.floats("goal", 2, 3));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of(distance.between(ops, inputs.get(0), inputs.get(1), reduction, -2, -1));
    }
  }
}
