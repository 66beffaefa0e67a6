package dev.lookahead.worldmodel.lewm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lookahead.worldmodel.jepa.GoalCost;
import dev.lookahead.worldmodel.jepa.Imagine;
import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.objective.SigReg;
import dev.lookahead.worldmodel.objective.VicReg;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.tensor.djl.EagerEngine;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LeWmParityEngineTest {

  private static final int CANDIDATES = 16;
  private static final int STEPS = 5;
  private static final int WIDTH = LeWmFixture.WIDTH;
  private final Jepa jepa = LeWmFixture.jepa();

  @BeforeAll
  static void requireFixtures() {
    String reason = "no reference numbers at " + LeWmFixture.PLACE.toAbsolutePath();
    if (!LeWmFixture.present()) {
      System.out.println(reason + ": parity with LeWM is not checked");
    }
    assumeTrue(LeWmFixture.present(), reason);
  }

  @Test
  void everyConvertedParameterFitsTheModel() {
    LeWmFixture.weights().check(jepa.parameters());
  }

  @Test
  void framesBecomeTheReferencesEmbeddings() {
    LeWmFixture fixture = new LeWmFixture();
    check(
        new Embed(jepa, 3),
        List.of(fixture.pixels("context_pixels")),
        List.of(fixture.values("context_embeddings")));
    check(
        new Embed(jepa, 1),
        List.of(fixture.pixels("goal_pixels")),
        List.of(fixture.values("goal_embedding")));
  }

  @Test
  void rolloutsAndCostsFromThreeFramesAreTheReferences() {
    LeWmFixture fixture = new LeWmFixture();
    List<float[]> situation =
        List.of(
            fixture.context(3),
            fixture.values("goal_embedding"),
            fixture.values("candidates"),
            fixture.values("action_history"));
    check(
        new Predict(imagine(3)),
        situation,
        List.of(predictions(fixture.values("predicted_embeddings"), 3)));
    check(imagine(3), situation, List.of(fixture.values("cost_last_step")));
  }

  @Test
  void rolloutsAndCostsFromOneFrameAreTheReferences() {
    LeWmFixture fixture = new LeWmFixture();
    List<float[]> situation =
        List.of(fixture.context(1), fixture.values("goal_embedding"), fixture.values("candidates"));
    check(
        new Predict(imagine(1)),
        situation,
        List.of(predictions(fixture.values("predicted_embeddings_one_frame_context"), 1)));
    check(imagine(1), situation, List.of(fixture.values("cost_last_step_one_frame_context")));
  }

  @Test
  void regularisersAreTheReferences() {
    LeWmFixture fixture = new LeWmFixture();
    check(
        new Gaussianity(),
        List.of(fixture.values("sigreg_input"), fixture.values("sigreg_directions")),
        List.of(fixture.values("sigreg_value")));
    check(
        new Spread(),
        List.of(fixture.values("vcreg_input")),
        List.of(
            fixture.values("vcreg_std_loss"),
            fixture.values("vcreg_std_t_loss"),
            fixture.values("vcreg_cov_loss"),
            fixture.values("vcreg_cov_t_loss")));
  }

  private Imagine imagine(int frames) {
    int horizon = STEPS * LeWmFixture.BLOCK;
    return new Imagine(
        jepa, GoalCost.defaults(), frames, CANDIDATES, horizon, Imagine.Result.COSTS);
  }

  /** [N, context + steps, D] without the context. */
  private static float[] predictions(float[] all, int context) {
    float[] some = new float[CANDIDATES * STEPS * WIDTH];
    for (int i = 0; i < CANDIDATES; i++) {
      int from = (i * (context + STEPS) + context) * WIDTH;
      System.arraycopy(all, from, some, i * STEPS * WIDTH, STEPS * WIDTH);
    }
    return some;
  }

  private static void check(TensorFunction function, List<float[]> inputs, List<float[]> expected) {
    for (TensorEngine engine : List.of(new EagerEngine(), new TorchScriptEngine())) {
      try (TensorSession session = engine.open(LeWmFixture.weights(), List.of(function))) {
        List<DeviceTensor> tensors = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
          DeviceTensor tensor = session.allocate(function.inputs().get(i));
          tensor.write(inputs.get(i));
          tensors.add(tensor);
        }
        List<DeviceTensor> outputs = session.run(function.name(), tensors);
        for (int i = 0; i < expected.size(); i++) {
          assertClose(outputs.get(i).toArray(), expected.get(i), engine);
        }
      }
    }
  }

  /** 1e-4 of the largest value. */
  private static void assertClose(float[] found, float[] expected, TensorEngine engine) {
    float scale = 0;
    for (float value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    float worst = 0;
    for (int i = 0; i < expected.length; i++) {
      worst = Math.max(worst, Math.abs(found[i] - expected[i]));
    }
    assertThat(found).hasSameSizeAs(expected);
    assertThat(worst / scale)
        .as("%s: %s", engine.name(), Arrays.toString(Arrays.copyOf(found, 4)))
        .isCloseTo(0, within(1e-4f));
  }

  private record Embed(Jepa jepa, int frames) implements TensorFunction {
    @Override
    public String name() {
      return "embed";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(TensorSpec.floats("pixels", frames, LeWmFixture.IMAGE, LeWmFixture.IMAGE, 3));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of(
          jepa.config().vision().apply(ops, weights.under("encoder.vision."), inputs.get(0)));
    }
  }

  private record Predict(Imagine imagine) implements TensorFunction {
    @Override
    public String name() {
      return "predict";
    }

    @Override
    public List<TensorSpec> inputs() {
      return imagine.inputs();
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T executed = inputs.size() > 3 ? inputs.get(3) : null;
      return List.of(
          ops.concat(
              imagine
                  .jepa()
                  .rollout(ops, weights, inputs.get(0), executed, inputs.get(2), null, null),
              1));
    }
  }

  private record Gaussianity() implements TensorFunction {
    @Override
    public String name() {
      return "gaussianity";
    }

    /** The reference's time steps lead. */
    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          TensorSpec.floats("latents", 4, 32, WIDTH), TensorSpec.floats("directions", WIDTH, 64));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of(SigReg.loss(ops, ops.permute(inputs.get(0), 1, 0, 2), inputs.get(1)));
    }
  }

  private record Spread() implements TensorFunction {
    @Override
    public String name() {
      return "spread";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(TensorSpec.floats("latents", 32, 4, WIDTH));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T latents = inputs.get(0);
      return List.of(
          VicReg.variance(ops, latents),
          VicReg.varianceOverTime(ops, latents),
          VicReg.covariance(ops, latents),
          VicReg.covarianceOverTime(ops, latents));
    }
  }
}
