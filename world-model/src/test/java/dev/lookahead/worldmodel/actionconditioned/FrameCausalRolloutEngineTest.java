package dev.lookahead.worldmodel.actionconditioned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
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
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class FrameCausalRolloutEngineTest {

  private static final int WIDTH = 8;
  private static final int ACTION = 7;
  private static final int CANDIDATES = 5;
  private static final float EPSILON = 1e-5f;

  private static final FrameCausalPredictor PREDICTOR =
      new FrameCausalPredictor(
          TokenGrid.picture(2, 3), WIDTH, ACTION, false, Transformer.plain(24, 3, 2));

  @Test
  void everyStepIsWhatTheWholeSequenceGives() {
    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      for (int context : new int[] {1, 2, 4}) {
        List<float[]> shared = run(engine, new Rolled(context, 3, true));
        List<float[]> whole = run(engine, new Rolled(context, 3, false));
        for (int step = 0; step < 3; step++) {
          float[] expected = whole.get(step);
          assertThat(shared.get(step)).hasSameSizeAs(expected);
          for (int i = 0; i < expected.length; i++) {
            assertThat(shared.get(step)[i])
                .as("%s, context %d, step %d, value %d", engine, context, step, i)
                .isCloseTo(expected[i], within(1e-5f));
          }
        }
      }
    }
  }

  @Test
  void aSharedContextIsReadOnceForAllCandidates() {
    double whole = operations(new Rolled(4, 3, false));
    double shared = operations(new Rolled(4, 3, true));

    // 4 + 5 + 6 steps for each of five candidates, against 3 steps of each and 3 of one.
    assertThat(shared / whole).isLessThan((3 * 5 + 3) / (15 * 5.0) + 0.02);
  }

  @Test
  void withoutAContextAndAHorizonThereIsNothingToShare() {
    assertThat(operations(new Rolled(1, 1, true))).isEqualTo(operations(new Rolled(1, 1, false)));
  }

  @Test
  void aPredictorThatIsToldTheCameraIsRefused() {
    FrameCausalPredictor told =
        new FrameCausalPredictor(
            TokenGrid.picture(2, 3), WIDTH, ACTION, true, Transformer.plain(24, 1, 2));
    assertThatThrownBy(() -> new FrameCausalRollout(told, EPSILON))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without extrinsics");
  }

  private static double operations(Rolled rolled) {
    return FlopCounter.evaluation(rolled, PREDICTOR.parameters());
  }

  private static List<float[]> run(TensorEngine engine, Rolled rolled) {
    RandomGenerator random = new SplittableRandom(7);
    ParameterSet parameters =
        TinyJepa.noisy(ParameterSet.initialize(PREDICTOR.parameters(), random), random);
    try (TensorSession session = engine.open(parameters, List.of(rolled))) {
      List<DeviceTensor> inputs = rolled.inputs().stream().map(session::allocate).toList();
      for (DeviceTensor input : inputs) {
        float[] values = new float[input.spec().shape().count()];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) random.nextGaussian();
        }
        input.write(values);
      }
      return session.run(rolled.name(), inputs).stream().map(DeviceTensor::toArray).toList();
    }
  }

  /** A rollout with what is shared, or by reading the whole sequence again at every step. */
  private record Rolled(int context, int horizon, boolean shared) implements TensorFunction {

    @Override
    public String name() {
      return "rolled";
    }

    @Override
    public List<TensorSpec> inputs() {
      int patches = PREDICTOR.picture().tokens();
      List<TensorSpec> inputs = new ArrayList<>();
      inputs.add(TensorSpec.floats("seen", 1, context, patches, WIDTH));
      inputs.add(TensorSpec.floats("actions", CANDIDATES, horizon, ACTION));
      inputs.add(TensorSpec.floats("states", CANDIDATES, horizon, ACTION));
      if (context > 1) {
        inputs.add(TensorSpec.floats("executed", 1, context - 1, ACTION));
        inputs.add(TensorSpec.floats("been", 1, context - 1, ACTION));
      }
      return inputs;
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T executed = context > 1 ? inputs.get(3) : null;
      T been = context > 1 ? inputs.get(4) : null;
      if (shared) {
        return new FrameCausalRollout(PREDICTOR, EPSILON)
            .apply(ops, weights, inputs.get(0), executed, been, inputs.get(1), inputs.get(2));
      }
      int patches = PREDICTOR.picture().tokens();
      T frames = ops.expand(inputs.get(0), CANDIDATES, context, patches, WIDTH);
      T actions = inputs.get(1);
      T states = inputs.get(2);
      if (executed != null && been != null) {
        int[] past = {CANDIDATES, context - 1, ACTION};
        actions = ops.concat(List.of(ops.expand(executed, past), actions), 1);
        states = ops.concat(List.of(ops.expand(been, past), states), 1);
      }
      List<T> predictions = new ArrayList<>();
      for (int step = 0; step < horizon; step++) {
        int steps = context + step;
        T next =
            PREDICTOR.apply(
                ops,
                weights,
                frames,
                ops.slice(actions, 1, 0, steps),
                ops.slice(states, 1, 0, steps),
                null);
        T newest = ops.layerNorm(ops.slice(next, 1, steps - 1, steps), null, null, EPSILON);
        predictions.add(ops.reshape(newest, CANDIDATES, patches, WIDTH));
        frames = ops.concat(List.of(frames, newest), 1);
      }
      return predictions;
    }
  }
}
