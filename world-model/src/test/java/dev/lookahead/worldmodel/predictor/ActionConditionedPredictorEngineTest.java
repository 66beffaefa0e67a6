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
      new FrameCausalPredictor(TokenGrid.picture(2, 2), 6, 7, false, Transformer.plain(12, 2, 2));
  private static final ActionConditionedPredictor PREDICTOR =
      new ActionConditionedPredictor(NETWORK, 2);

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
              TensorSpec.floats("poses", 1, 2, 7),
              TensorSpec.floats("conditions", 5, 2, 14));
        }

        @Override
        public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
          T tokens = inputs.get(0);
          T poses = inputs.get(1);
          T window = ops.concat(List.of(ops.reshape(tokens, 1, 2, 24), poses), -1);
          T network =
              NETWORK.apply(
                  ops,
                  weights,
                  ops.expand(tokens, 5, 2, 4, 6),
                  ops.slice(inputs.get(2), -1, 0, 7),
                  ops.expand(poses, 5, 2, 7),
                  null);
          return List.of(
              PREDICTOR.next(ops, weights, window, inputs.get(2)),
              ops.layerNorm(network, null, null, 1e-5f));
        }
      };

  @Test
  void tokensAreTheNetworksNormalisedAndThePoseIsTheOneThatIsTold() {
    ParameterSet parameters =
        ParameterSet.initialize(NETWORK.parameters(), new SplittableRandom(2));
    float[] conditions = noise(5, 140);
    float[] latents;
    float[] tokens;
    try (TensorSession session = new EagerEngine().open(parameters, List.of(BOTH))) {
      List<DeviceTensor> inputs = BOTH.inputs().stream().map(session::allocate).toList();
      inputs.get(0).write(noise(3, 48));
      inputs.get(1).write(noise(4, 14));
      inputs.get(2).write(conditions);
      List<DeviceTensor> outputs = session.run("both", inputs);
      latents = outputs.get(0).toArray();
      tokens = outputs.get(1).toArray();
    }
    for (int row = 0; row < 10; row++) {
      for (int i = 0; i < 24; i++) {
        assertThat(latents[row * 31 + i]).isCloseTo(tokens[row * 24 + i], within(1e-5f));
      }
      for (int i = 0; i < 7; i++) {
        assertThat(latents[row * 31 + 24 + i]).isEqualTo(conditions[row * 14 + 7 + i]);
      }
    }
  }

  @Test
  void aNetworkThatMustBeToldOfTheCameraIsRefused() {
    FrameCausalPredictor told =
        new FrameCausalPredictor(TokenGrid.picture(2, 2), 6, 7, true, Transformer.plain(12, 2, 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ActionConditionedPredictor(told, 2))
        .withMessageContaining("extrinsics must be false");
  }

  @Test
  void aNetworkOfOtherStatesThanPosesIsRefused() {
    FrameCausalPredictor other =
        new FrameCausalPredictor(TokenGrid.picture(2, 2), 6, 3, false, Transformer.plain(12, 2, 2));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ActionConditionedPredictor(other, 2))
        .withMessageContaining(
            "actionWidth must be 7, of x, y, z, roll, pitch, yaw, gripper, got 3");
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
