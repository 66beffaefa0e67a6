package dev.lookahead.worldmodel.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActionConditionedPredictorEngineTest {

  private static final FrameCausalPredictor NETWORK =
      new FrameCausalPredictor(TokenGrid.picture(2, 2), 6, 3, false, Transformer.plain(12, 2, 2));
  private static final ActionConditionedPredictor PREDICTOR =
      new ActionConditionedPredictor(NETWORK, 2, true);

  /** What the predictor says, and what its network says of the same frames. */
  private static final TensorFunction BOTH =
      new TensorFunction() {
        @Override
        public String name() {
          return "both";
        }

        @Override
        public List<TensorSpec> inputs() {
          return List.of(
              TensorSpec.floats("tokens", 1, 2, 4, 6),
              TensorSpec.floats("states", 1, 2, 3),
              TensorSpec.floats("actions", 5, 2, 3));
        }

        @Override
        public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
          T tokens = inputs.get(0);
          T states = inputs.get(1);
          T window = ops.concat(List.of(ops.reshape(tokens, 1, 2, 24), states), -1);
          T network =
              NETWORK.apply(
                  ops,
                  weights,
                  ops.expand(tokens, 5, 2, 4, 6),
                  inputs.get(2),
                  ops.expand(states, 5, 2, 3),
                  null);
          return List.of(
              PREDICTOR.next(ops, weights, window, inputs.get(2)),
              ops.layerNorm(network, null, null, 1e-5f));
        }
      };

  @Test
  void tokensAreTheNetworksNormalisedAndTheStateIsMovedByTheAction() {
    ParameterSet parameters =
        ParameterSet.initialize(NETWORK.parameters(), new SplittableRandom(2));
    float[] states = noise(4, 6);
    float[] actions = noise(5, 30);
    float[] latents;
    float[] tokens;
    try (TensorSession session = new EagerEngine().open(parameters, List.of(BOTH))) {
      List<DeviceTensor> inputs = BOTH.inputs().stream().map(session::allocate).toList();
      inputs.get(0).write(noise(3, 48));
      inputs.get(1).write(states);
      inputs.get(2).write(actions);
      List<DeviceTensor> outputs = session.run("both", inputs);
      latents = outputs.get(0).toArray();
      tokens = outputs.get(1).toArray();
    }
    for (int row = 0; row < 10; row++) {
      for (int i = 0; i < 24; i++) {
        assertThat(latents[row * 27 + i]).isCloseTo(tokens[row * 24 + i], within(1e-5f));
      }
      for (int i = 0; i < 3; i++) {
        float moved = states[row % 2 * 3 + i] + actions[row * 3 + i];
        assertThat(latents[row * 27 + 24 + i]).isCloseTo(moved, within(1e-6f));
      }
    }
  }

  @Test
  void aNetworkThatMustBeToldOfTheCameraIsRefused() {
    FrameCausalPredictor told =
        new FrameCausalPredictor(TokenGrid.picture(2, 2), 6, 3, true, Transformer.plain(12, 2, 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ActionConditionedPredictor(told, 2, true))
        .withMessageContaining("extrinsics must be false");
  }

  private static float[] noise(int seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
