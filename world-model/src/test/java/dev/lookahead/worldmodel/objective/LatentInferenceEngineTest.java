package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LatentInferenceEngineTest {

  private static final int BATCH = 3;
  private static final int FRAMES = 4;
  private static final int STEPS = FRAMES - 1;
  private static final int WIDTH = TinyJepa.WIDTH;
  private static final int CODES = 3;

  @Test
  void theCodeThatPredictsBestIsChosenForEveryTransition() {
    List<float[]> outputs = run(TinyJepa.choosing());
    float[] z = outputs.get(0);
    float[] energies = outputs.get(2);
    double mean = 0;
    for (int i = 0; i < BATCH * STEPS; i++) {
      int best = 0;
      for (int code = 0; code < CODES; code++) {
        mean += energies[i * CODES + code] / (BATCH * STEPS * CODES);
        best = energies[i * CODES + code] < energies[i * CODES + best] ? code : best;
      }
      for (int code = 0; code < CODES; code++) {
        assertThat(z[i * CODES + code]).isCloseTo(code == best ? 1 : 0, within(1e-3f));
      }
    }
    assertThat(outputs.get(1)[0]).isCloseTo((float) mean, within(1e-5f));
  }

  @Test
  void aGaussianIsThePosteriorsMeanPlusItsStdTimesTheNoise() {
    List<float[]> outputs = run(TinyJepa.drawing());
    float[] z = outputs.get(0);
    float[] withoutNoise = outputs.get(2);
    float[] withTwiceTheNoise = outputs.get(3);
    for (int i = 0; i < z.length; i++) {
      float step = z[i] - withoutNoise[i];
      assertThat(withTwiceTheNoise[i] - z[i]).isCloseTo(step, within(1e-4f));
    }
    assertThat(outputs.get(1)[0]).isPositive();
  }

  @Test
  void aGaussianWithoutItsCostIsRefusedAndACostWithoutAVariableToo() {
    ObjectiveSettings free =
        ObjectiveSettings.of(ObjectiveWeights.predictionOnly(), TargetEncoder.STOPPED);
    ObjectiveSettings costly =
        ObjectiveSettings.of(
            new ObjectiveWeights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), TargetEncoder.STOPPED);
    assertThatThrownBy(() -> new JepaObjective(new Jepa(TinyJepa.drawing()), free, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latentVariable is 0 for a model without");
    assertThatThrownBy(() -> new JepaObjective(new Jepa(TinyJepa.vit()), costly, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 1.0 and null");
  }

  /** What is inferred, its cost, and for checking: energies of all codes, or other noises. */
  private record Inference(Jepa jepa, int variable) implements TensorFunction {

    @Override
    public String name() {
      return "inference";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          TensorSpec.floats("latents", BATCH, FRAMES, WIDTH),
          TensorSpec.floats("targets", BATCH, FRAMES, WIDTH),
          TensorSpec.floats("blocks", BATCH, STEPS, 2 * TinyJepa.BLOCK),
          TensorSpec.floats("noise", BATCH, STEPS, variable),
          TensorSpec.floats("z", CODES, BATCH, STEPS, variable));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      LatentInference inference = new LatentInference(jepa, PredictionLoss.L2);
      T latents = inputs.get(0);
      T targets = inputs.get(1);
      T blocks = inputs.get(2);
      LatentInference.Inferred<T> inferred =
          inference.infer(ops, weights, latents, targets, blocks, inputs.get(3));
      List<T> outputs = new ArrayList<>(List.of(inferred.z(), inferred.cost()));
      if (variable == CODES) {
        outputs.add(energies(ops, weights, inputs));
      } else {
        for (float factor : new float[] {0, 2}) {
          T noise = ops.mul(inputs.get(3), factor);
          outputs.add(inference.infer(ops, weights, latents, targets, blocks, noise).z());
        }
      }
      return outputs;
    }

    private <T> T energies(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      List<T> energies = new ArrayList<>();
      for (int code = 0; code < CODES; code++) {
        T z = ops.reshape(ops.slice(inputs.get(4), 0, code, code + 1), BATCH, STEPS, variable);
        T conditions = jepa.conditions(ops, weights, inputs.get(2), z, null);
        int count = BATCH * STEPS;
        T next =
            jepa.next(
                ops,
                weights,
                ops.reshape(ops.slice(inputs.get(0), 1, 0, STEPS), count, 1, WIDTH),
                ops.reshape(conditions, count, 1, ops.shape(conditions).last()));
        T target = ops.reshape(ops.slice(inputs.get(1), 1, 1, FRAMES), count, 1, WIDTH);
        energies.add(ops.mean(ops.square(ops.sub(next, target)), false, 2));
      }
      return ops.concat(energies, 1);
    }
  }

  private static List<float[]> run(JepaConfig config) {
    JepaObjective objective =
        new JepaObjective(
            new Jepa(config),
            ObjectiveSettings.of(
                new ObjectiveWeights(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), TargetEncoder.ONLINE),
            BATCH,
            FRAMES);
    RandomGenerator random = new SplittableRandom(6);
    ParameterSet parameters = TinyJepa.noisy(objective.initialize(random), random);
    int variable = Objects.requireNonNull(config.latentVariable()).width();
    Inference function = new Inference(new Jepa(config), variable);
    try (TensorSession session = new EagerEngine().open(parameters, List.of(function))) {
      List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
      for (DeviceTensor input : inputs) {
        input.write(values(input.spec(), random));
      }
      return session.run(function.name(), inputs).stream().map(DeviceTensor::toArray).toList();
    }
  }

  /** Normal draws; for z the codes in order. */
  private static float[] values(TensorSpec spec, RandomGenerator random) {
    Shape shape = spec.shape();
    float[] values = new float[shape.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          spec.name().equals("z")
              ? (i / (BATCH * STEPS * shape.last()) == i % shape.last() ? 1 : 0)
              : (float) random.nextGaussian();
    }
    return values;
  }
}
