package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ClipPredictionsEngineTest {

  @Test
  void trainingPredictsWhatPlanningRollsOutFromTheSameFrames() {
    for (JepaConfig config : List.of(TinyJepa.vit(), TinyJepa.history(), TinyJepa.recurrent())) {
      BothWays function = new BothWays(new Jepa(config));
      RandomGenerator random = new SplittableRandom(1);
      try (TensorSession session =
          new EagerEngine().open(TinyJepa.parameters(config), List.of(function))) {
        List<DeviceTensor> inputs = new ArrayList<>();
        for (TensorSpec spec : function.inputs()) {
          float[] values = new float[spec.shape().count()];
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
          }
          DeviceTensor tensor = session.allocate(spec);
          tensor.write(values);
          inputs.add(tensor);
        }
        List<DeviceTensor> outputs = session.run(function.name(), inputs);
        for (int i = 0; i < outputs.size(); i += 2) {
          assertThat(outputs.get(i).toArray())
              .containsExactly(outputs.get(i + 1).toArray(), within(1e-5f));
        }
      }
    }
  }

  /** Pairs of outputs that must agree: every window and step, trained and rolled out. */
  private record BothWays(Jepa jepa) implements TensorFunction {

    private static final int FRAMES = 6;
    private static final int STEPS = 3;

    @Override
    public String name() {
      return "both_ways";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          TensorSpec.floats("latents", 2, FRAMES, TinyJepa.WIDTH),
          TensorSpec.floats("blocks", 2, FRAMES - 1, TinyJepa.BLOCK * 2));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T latents = inputs.get(0);
      T blocks = inputs.get(1);
      int context = jepa.config().predictor().contextFrames();
      int block = TinyJepa.BLOCK * 2;
      List<T> trained =
          new ClipPredictions(jepa, STEPS, true)
              .apply(ops, weights, latents, jepa.conditions(ops, weights, blocks, null, null));
      List<T> pairs = new ArrayList<>();
      for (int clip = 0; clip < 2; clip++) {
        T own = ops.reshape(ops.slice(latents, 0, clip, clip + 1), FRAMES, TinyJepa.WIDTH);
        T acts = ops.reshape(ops.slice(blocks, 0, clip, clip + 1), FRAMES - 1, block);
        for (int start = 0; start + context + STEPS <= FRAMES; start++) {
          T executed = context == 1 ? null : ops.slice(acts, 0, start, start + context - 1);
          int from = start + context - 1;
          T planned =
              ops.reshape(ops.slice(acts, 0, from, from + STEPS), 1, STEPS * TinyJepa.BLOCK, 2);
          List<T> rolled =
              jepa.rollout(
                  ops,
                  weights,
                  ops.slice(own, 0, start, start + context),
                  executed,
                  planned,
                  null,
                  null);
          for (int step = 0; step < STEPS; step++) {
            T window =
                ops.slice(ops.slice(trained.get(step), 0, clip, clip + 1), 1, start, start + 1);
            int length = ops.shape(window).size(2);
            pairs.add(ops.slice(window, 2, length - 1, length));
            pairs.add(rolled.get(step));
          }
        }
      }
      return pairs;
    }
  }
}
