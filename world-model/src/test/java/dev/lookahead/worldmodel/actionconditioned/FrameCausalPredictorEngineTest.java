package dev.lookahead.worldmodel.actionconditioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.layer.Transformer;
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
import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FrameCausalPredictorEngineTest {

  private static final int STEPS = 3;
  private static final int TOKENS = 6;
  private static final int WIDTH = 8;
  private static final int ACTION = 4;

  @Test
  void aStepSeesItselfAndThePastOnly() {
    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      float[] calm = predict(engine, false, 0);
      float[] moved = predict(engine, false, 1);
      int step = TOKENS * WIDTH;
      assertThat(Arrays.copyOf(moved, step))
          .containsExactly(Arrays.copyOf(calm, step), within(1e-5f));
      for (int later = 1; later < STEPS; later++) {
        assertThat(Arrays.copyOfRange(moved, later * step, (later + 1) * step))
            .isNotEqualTo(Arrays.copyOfRange(calm, later * step, (later + 1) * step));
      }
    }
  }

  @Test
  void thePlaceOfTheCameraIsReadWhereItIsTold() {
    EagerEngine engine = new EagerEngine();
    assertThat(predict(engine, true, 1)).isNotEqualTo(predict(engine, false, 1));
  }

  @Test
  void partsThatDoNotFitAreRefused() {
    assertThatThrownBy(
            () ->
                new FrameCausalPredictor(
                    new TokenGrid(2, 2, 3), WIDTH, ACTION, false, Transformer.plain(12, 1, 1)))
        .hasMessageContaining("1 tubelet, got 2");
    assertThatThrownBy(
            () ->
                new FrameCausalPredictor(
                    TokenGrid.picture(2, 3), WIDTH, 1, true, Transformer.plain(12, 1, 1)))
        .hasMessageContaining("2 numbers");
  }

  private static FrameCausalPredictor predictor(boolean extrinsics) {
    return new FrameCausalPredictor(
        TokenGrid.picture(2, 3), WIDTH, ACTION, extrinsics, Transformer.plain(12, 2, 2));
  }

  private static ParameterSet weights(FrameCausalPredictor predictor) {
    return ParameterSet.initialize(predictor.parameters(), new SplittableRandom(1));
  }

  /** The last two actions are moved by some amount. */
  private static float[] predict(TensorEngine engine, boolean extrinsics, float moved) {
    Predict function = new Predict(predictor(extrinsics));
    try (TensorSession session = engine.open(weights(function.predictor), List.of(function))) {
      SplittableRandom random = new SplittableRandom(2);
      List<DeviceTensor> inputs = new ArrayList<>();
      for (TensorSpec spec : function.inputs()) {
        float[] values = new float[spec.shape().count()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
          boolean late = spec.name().equals("actions") && i / ACTION >= 1;
          values[i] += late ? moved : 0;
        }
        DeviceTensor input = session.allocate(spec);
        input.write(values);
        inputs.add(input);
      }
      return session.run(function.name(), inputs).get(0).toArray();
    }
  }

  private record Predict(FrameCausalPredictor predictor) implements TensorFunction {
    @Override
    public String name() {
      return "predict";
    }

    @Override
    public List<TensorSpec> inputs() {
      List<TensorSpec> inputs = new ArrayList<>();
      inputs.add(TensorSpec.floats("tokens", 1, STEPS, TOKENS, WIDTH));
      inputs.add(TensorSpec.floats("actions", 1, STEPS, ACTION));
      inputs.add(TensorSpec.floats("states", 1, STEPS, ACTION));
      if (predictor.extrinsics()) {
        inputs.add(TensorSpec.floats("cameras", 1, STEPS, ACTION - 1));
      }
      return inputs;
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T cameras = predictor.extrinsics() ? inputs.get(3) : null;
      return List.of(
          predictor.apply(ops, weights, inputs.get(0), inputs.get(1), inputs.get(2), cameras));
    }
  }
}
