package dev.lookahead.worldmodel.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PatchPredictorEngineTest {

  private static final int FRAMES = 3;
  private static final int ACTION = 5;
  private static final PatchPredictor PREDICTOR =
      new PatchPredictor(FRAMES, 2, 3, 4, 2, ACTION, 12, 2, 2, true, false);
  private static final int LATENT = PREDICTOR.latentWidth();

  /** Windows and action embeddings to predictions. */
  private record Next(int windows, int batch, int frames) implements TensorFunction {

    @Override
    public String name() {
      return "next";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          TensorSpec.floats("window", windows, frames, LATENT),
          TensorSpec.floats("actions", batch, frames, ACTION));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T conditions = PREDICTOR.condition(ops, weights, inputs.get(1));
      return List.of(PREDICTOR.next(ops, weights, inputs.get(0), conditions));
    }
  }

  private static float[] run(Next next, float[] window, float[] actions) {
    ParameterSet parameters =
        ParameterSet.initialize(PREDICTOR.parameters(), new SplittableRandom(2));
    try (TensorSession session = new EagerEngine().open(parameters, List.of(next))) {
      List<DeviceTensor> inputs = next.inputs().stream().map(session::allocate).toList();
      inputs.get(0).write(window);
      inputs.get(1).write(actions);
      return session.run("next", inputs).get(0).toArray();
    }
  }

  private static float[] noise(int seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Test
  void aPredictionSeesItsOwnFrameAndThoseBeforeItAlone() {
    Next next = new Next(1, 1, FRAMES);
    float[] window = noise(3, FRAMES * LATENT);
    float[] actions = noise(4, FRAMES * ACTION);
    float[] before = run(next, window, actions);
    window[2 * LATENT + 7] += 1;
    actions[2 * ACTION] += 1;
    float[] lastFrameChanged = run(next, window, actions);
    actions[ACTION] += 1;
    float[] secondActionChanged = run(next, window, actions);

    assertThat(frame(lastFrameChanged, 0)).containsExactly(frame(before, 0));
    assertThat(frame(lastFrameChanged, 1)).containsExactly(frame(before, 1));
    assertThat(frame(lastFrameChanged, 2)).isNotEqualTo(frame(before, 2));
    assertThat(frame(secondActionChanged, 0)).containsExactly(frame(before, 0));
    assertThat(frame(secondActionChanged, 1)).isNotEqualTo(frame(before, 1));
  }

  @Test
  void oneWindowIsSharedByManyActions() {
    float[] window = noise(5, 2 * LATENT);
    float[] actions = noise(6, 2 * 2 * ACTION);
    float[] shared = run(new Next(1, 2, 2), window, actions);
    float[] twice = Arrays.copyOf(window, 2 * window.length);
    System.arraycopy(window, 0, twice, window.length, window.length);
    float[] each = run(new Next(2, 2, 2), twice, actions);

    for (int i = 0; i < each.length; i++) {
      assertThat(shared[i]).isCloseTo(each[i], within(1e-6f));
    }
  }

  @Test
  void moreFramesThanTheContextAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run(new Next(1, 1, 4), noise(1, 4 * LATENT), noise(1, 4 * ACTION)))
        .withMessageContaining("looks back on 3 latents, got 4");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PatchPredictor(1, 2, 2, 4, 0, 4, 20, 1, 4, true, true))
        .withMessageContaining("at least 6 channels, got 4 for 20");
  }

  private static float[] frame(float[] predictions, int frame) {
    return Arrays.copyOfRange(predictions, frame * LATENT, (frame + 1) * LATENT);
  }
}
