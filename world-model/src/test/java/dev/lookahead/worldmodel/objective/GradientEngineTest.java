package dev.lookahead.worldmodel.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.jepa.TinyJepa;
import dev.lookahead.worldmodel.tensor.AdamW;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Every parameter of every block, through every term, against central differences. */
class GradientEngineTest {

  private static final float BETA1 = 0.9f;
  private static final float REACH = 1e-2f;
  private final TensorEngine engine = new EagerEngine();

  @Test
  void gradientsOfTheTransformersAreTheSlopesOfTheLoss() {
    check(TinyJepa.vit());
    check(TinyJepa.history());
  }

  @Test
  void gradientsOfConvolutionsAndGruAreTheSlopesOfTheLoss() {
    check(TinyJepa.recurrent());
  }

  @Test
  void gradientsOfTheProprioceptionAreTheSlopesOfTheLoss() {
    check(TinyJepa.feeling());
  }

  @Test
  void gradientsThroughTheLatentVariableAreTheSlopesOfTheLoss() {
    check(TinyJepa.choosing());
    check(TinyJepa.drawing());
  }

  private void check(JepaConfig config) {
    float distance = config.distance() == null ? 0 : 0.3f;
    float variable = config.latentVariable() == null ? 0 : 0.3f;
    ObjectiveSettings settings =
        new ObjectiveSettings(
            new ObjectiveWeights(
                1, 0.5f, 0.1f, 1, 1, 0.3f, 0.3f, 0.3f, 0.3f, 0.3f, distance, variable),
            PredictionLoss.L2,
            TargetEncoder.ONLINE,
            2,
            false,
            8,
            8,
            true);
    JepaObjective objective = new JepaObjective(new Jepa(config), settings, 4, 5);
    ParameterSet parameters =
        TinyJepa.noisy(objective.initialize(new SplittableRandom(1)), new SplittableRandom(2));
    ParameterSet gradients = gradients(objective, parameters);
    RandomGenerator random = new SplittableRandom(3);
    gradients
        .tensors()
        .forEach(
            (name, gradient) -> {
              float[] direction = direction(gradient, random);
              double predicted = 0;
              double length = 0;
              for (int i = 0; i < direction.length; i++) {
                predicted += (double) gradient.get(i) * direction[i];
                length += (double) gradient.get(i) * gradient.get(i);
              }
              double rise =
                  (loss(objective, moved(parameters, name, direction, REACH))
                          - loss(objective, moved(parameters, name, direction, -REACH)))
                      / (2 * REACH);
              assertThat(rise)
                  .as("slope of %s", name)
                  .isCloseTo(predicted, within(0.05 * Math.sqrt(length) + 2e-4));
            });
  }

  /** After one step Adam's first moment is (1 - beta1) times the gradient. */
  private ParameterSet gradients(JepaObjective objective, ParameterSet parameters) {
    AdamW plain = new AdamW(BETA1, 0.999f, 1e-8f, 0f, Float.POSITIVE_INFINITY);
    TrainingProgram program = objective.program(plain);
    Map<String, HostTensor> gradients = new LinkedHashMap<>();
    try (TrainingSession session =
        engine.train(program, TrainingState.initial(program, parameters))) {
      session.step(inputs(objective, session::allocate), 0f, 1f);
      session
          .state()
          .firstMoments()
          .tensors()
          .forEach(
              (name, moment) -> {
                float[] values = moment.toArray();
                for (int i = 0; i < values.length; i++) {
                  values[i] /= 1 - BETA1;
                }
                gradients.put(name, HostTensor.owning(moment.shape(), values));
              });
    }
    return new ParameterSet(gradients);
  }

  private double loss(JepaObjective objective, ParameterSet parameters) {
    try (TensorSession session = engine.open(parameters, List.of(objective))) {
      return session
          .run(objective.name(), inputs(objective, session::allocate))
          .get(0)
          .toArray()[0];
    }
  }

  private List<DeviceTensor> inputs(
      JepaObjective objective, Function<TensorSpec, DeviceTensor> allocate) {
    List<DeviceTensor> inputs = objective.inputs().stream().map(allocate).toList();
    new ObjectiveRun(engine, objective, true).fill(inputs, new SplittableRandom(4));
    return inputs;
  }

  /** Unit length: half along the gradient, half at random. */
  private static float[] direction(HostTensor gradient, RandomGenerator random) {
    float[] along = gradient.toArray();
    float[] astray = new float[along.length];
    for (int i = 0; i < astray.length; i++) {
      astray[i] = (float) random.nextGaussian();
    }
    normalize(along);
    normalize(astray);
    for (int i = 0; i < along.length; i++) {
      along[i] += astray[i];
    }
    normalize(along);
    return along;
  }

  private static void normalize(float[] x) {
    double square = 1e-20;
    for (float value : x) {
      square += (double) value * value;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] /= (float) Math.sqrt(square);
    }
  }

  private static ParameterSet moved(
      ParameterSet parameters, String name, float[] direction, float by) {
    HostTensor value = parameters.get(name);
    float[] values = value.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += by * direction[i];
    }
    return parameters.with(Map.of(name, HostTensor.owning(value.shape(), values)));
  }
}
