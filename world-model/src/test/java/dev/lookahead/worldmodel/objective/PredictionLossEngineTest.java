package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PredictionLossEngineTest {

  @Test
  void lossesAreTheMeansOverAllDifferences() {
    // Differences 0.5, -3, 0, 1.
    List<Float> losses = losses(new float[] {0.5f, -1, 2, 2}, new float[] {0, 2, 2, 1}, 1, 4, 1);
    assertThat(losses.get(0)).isCloseTo((0.25f + 9 + 0 + 1) / 4, within(1e-6f));
    assertThat(losses.get(1)).isCloseTo((0.5f + 3 + 0 + 1) / 4, within(1e-6f));
    assertThat(losses.get(2)).isCloseTo((0.125f + 2.5f + 0 + 0.5f) / 4, within(1e-6f));
  }

  @Test
  void timeSimilarityIsTheMeanSquaredStep() {
    List<Float> losses = losses(new float[] {0, 1, 3, 3}, new float[4], 1, 4, 1);
    assertThat(losses.get(3)).isCloseTo((1f + 4 + 0) / 3, within(1e-6f));
  }

  @Test
  void straighteningIsZeroOnALineOneAtARightAngleAndTwoOnTheWayBack() {
    assertThat(losses(new float[] {0, 0, 1, 1, 3, 3}, new float[6], 1, 3, 2).get(4))
        .isCloseTo(0, within(1e-5f));
    assertThat(losses(new float[] {0, 0, 1, 0, 1, 2}, new float[6], 1, 3, 2).get(4))
        .isCloseTo(1, within(1e-5f));
    assertThat(losses(new float[] {0, 0, 1, 0, -1, 0}, new float[6], 1, 3, 2).get(4))
        .isCloseTo(2, within(1e-5f));
  }

  private static List<Float> losses(float[] a, float[] b, int... shape) {
    TensorFunction all =
        new TensorFunction() {
          @Override
          public String name() {
            return "losses";
          }

          @Override
          public List<TensorSpec> inputs() {
            return List.of(TensorSpec.floats("a", shape), TensorSpec.floats("b", shape));
          }

          @Override
          public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
            return List.of(
                PredictionLoss.L2.apply(ops, inputs.get(0), inputs.get(1)),
                PredictionLoss.L1.apply(ops, inputs.get(0), inputs.get(1)),
                PredictionLoss.SMOOTH_L1.apply(ops, inputs.get(0), inputs.get(1)),
                TimeSimilarity.loss(ops, inputs.get(0)),
                shape[1] > 2 ? TemporalStraightening.loss(ops, inputs.get(0)) : inputs.get(0));
          }
        };
    try (TensorSession session = new EagerEngine().open(new ParameterSet(Map.of()), List.of(all))) {
      List<DeviceTensor> inputs = all.inputs().stream().map(session::allocate).toList();
      inputs.get(0).write(a);
      inputs.get(1).write(b);
      return session.run("losses", inputs).stream().map(x -> x.toArray()[0]).toList();
    }
  }
}
