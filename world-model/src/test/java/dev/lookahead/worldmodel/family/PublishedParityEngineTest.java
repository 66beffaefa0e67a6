package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every published family computes what its reference implementation does, in every engine. */
class PublishedParityEngineTest {

  private static final int BATCH = 2;
  @TempDir private Path scratch = Path.of("");

  @Test
  void picturesBecomeTheTokensOfIJepa() {
    picture(PublishedFixture.of("ijepa", PublishedFamily.IJEPA, scratch));
  }

  @Test
  void picturesBecomeTheTokensOfDinoV2() {
    picture(PublishedFixture.of("dinov2", PublishedFamily.DINOV2, scratch));
  }

  @Test
  void clipsBecomeTheTokensOfVJepa2() {
    PublishedFixture fixture = PublishedFixture.of("vjepa2", PublishedFamily.VJEPA2, scratch);
    fixture.check(
        new Encode(fixture.model()),
        List.of(fixture.pixels("pixel_values_videos")),
        List.of("last_hidden_state"));
  }

  @Test
  void maskedTokensArePredictedLikeVJepa2sPredictorDoes() {
    PublishedFixture fixture = PublishedFixture.of("vjepa2", PublishedFamily.VJEPA2, scratch);
    fixture.check(
        new Predict(
            fixture.model(),
            fixture.places("context_mask").length / BATCH,
            fixture.places("target_mask").length / BATCH),
        List.of(
            fixture.pixels("pixel_values_videos"),
            fixture.places("context_mask"),
            fixture.places("target_mask")),
        List.of(
            "masked_hidden_state", "predictor_last_hidden_state", "predictor_target_hidden_state"));
  }

  @Test
  void theAttentiveProbeReadsTheSameLogits() {
    PublishedFixture fixture =
        PublishedFixture.of("vjepa2-attentive-probe", PublishedFamily.VJEPA2, scratch);
    fixture.check(
        new Classify(fixture.model()),
        List.of(fixture.pixels("pixel_values_videos")),
        List.of("logits"));
  }

  @Test
  void actionsMoveTheTokensAsInVJepa2Ac() {
    PublishedFixture fixture =
        PublishedFixture.of("vjepa2-ac-predictor", PublishedFamily.VJEPA2_AC, scratch);
    for (int steps : new int[] {1, 4}) {
      String at = "T" + steps + ".";
      fixture.check(
          new Imagine(fixture.model(), steps),
          List.of(
              fixture.value(at + "tokens").toArray(),
              fixture.value(at + "actions").toArray(),
              fixture.value(at + "states").toArray()),
          List.of(at + "output"));
    }
  }

  private static void picture(PublishedFixture fixture) {
    fixture.check(
        new Encode(fixture.model()),
        List.of(fixture.pixels("pixel_values")),
        List.of("last_hidden_state"));
  }

  private record Encode(TokenModel model) implements TensorFunction {
    @Override
    public String name() {
      return "encode";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(model.requireEncoder().pixels(BATCH));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      return List.of(
          model.requireEncoder().encode(ops, weights.under("encoder."), inputs.get(0), null));
    }
  }

  private record Predict(TokenModel model, int context, int target) implements TensorFunction {
    @Override
    public String name() {
      return "predict";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          model.requireEncoder().pixels(BATCH),
          TensorSpec.indices("context", BATCH, context),
          TensorSpec.indices("target", BATCH, target));
    }

    /** The reference masks what the encoder says, having shown it everything. */
    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T tokens = new Encode(model).apply(ops, weights, inputs).get(0);
      T seen = ops.gather(tokens, inputs.get(1));
      T predicted =
          Objects.requireNonNull(model.predictor())
              .apply(ops, weights.under("predictor."), seen, inputs.get(1), inputs.get(2), 1);
      return List.of(seen, predicted, ops.gather(tokens, inputs.get(2)));
    }
  }

  private record Classify(TokenModel model) implements TensorFunction {
    @Override
    public String name() {
      return "classify";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(model.requireEncoder().pixels(BATCH));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T tokens = new Encode(model).apply(ops, weights, inputs).get(0);
      return List.of(
          Objects.requireNonNull(model.probe()).apply(ops, weights.under("probe."), tokens));
    }
  }

  private record Imagine(TokenModel model, int steps) implements TensorFunction {
    private static final int ACTION = 7;

    @Override
    public String name() {
      return "imagine";
    }

    @Override
    public List<TensorSpec> inputs() {
      return List.of(
          TensorSpec.floats("tokens", BATCH, steps, 16, 64),
          TensorSpec.floats("actions", BATCH, steps, ACTION),
          TensorSpec.floats("states", BATCH, steps, ACTION));
    }

    @Override
    public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
      T next =
          Objects.requireNonNull(model.dynamics())
              .apply(
                  ops,
                  weights.under("dynamics."),
                  inputs.get(0),
                  inputs.get(1),
                  inputs.get(2),
                  null);
      Shape shape = ops.shape(next);
      return List.of(ops.reshape(next, BATCH, shape.size(1) * shape.size(2), shape.last()));
    }
  }
}
