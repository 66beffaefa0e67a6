package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.actionconditioned.PredictTokens;
import dev.lookahead.worldmodel.family.EncodeTokens;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.TokenEncoder;
import dev.lookahead.worldmodel.token.VideoTransformer;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The forward pass of one model of the JEPA family: its encoder on one picture or clip, or its
 * action-conditioned predictor on one step.
 *
 * @param name of the model
 * @param model of which only what runs is kept
 */
record FamilyWorkloads(String name, TokenModel model) {

  /** Heads of 64 channels as in all published sizes, and blocks enough to see what they cost. */
  static final Transformer REDUCED = Transformer.plain(192, 4, 3);

  static FamilyWorkloads of(String name, TokenModel whole) {
    TokenModel runs =
        whole.encoder() == null
            ? new TokenModel(whole.pixels(), null, null, null, whole.dynamics())
            : TokenModel.of(whole.encoder());
    return new FamilyWorkloads(name, runs);
  }

  /** The same form on as many tokens, with narrow and few blocks. */
  FamilyWorkloads reduced() {
    TokenEncoder encoder = model.encoder();
    if (encoder == null) {
      FrameCausalPredictor predictor = Objects.requireNonNull(model.dynamics());
      FrameCausalPredictor narrow =
          new FrameCausalPredictor(
              predictor.picture(),
              REDUCED.width(),
              predictor.actionWidth(),
              predictor.extrinsics(),
              REDUCED);
      return new FamilyWorkloads(name, new TokenModel(model.pixels(), null, null, null, narrow));
    }
    TokenEncoder narrow =
        encoder instanceof ImageTransformer picture
            ? new ImageTransformer(
                picture.frameHeight(),
                picture.frameWidth(),
                picture.patchSize(),
                picture.cls(),
                picture.positions(),
                REDUCED)
            : reducedClip((VideoTransformer) encoder);
    return new FamilyWorkloads(name, TokenModel.of(narrow));
  }

  private static VideoTransformer reducedClip(VideoTransformer clip) {
    return new VideoTransformer(
        clip.frames(),
        clip.frameHeight(),
        clip.frameWidth(),
        clip.tubelet(),
        clip.patchSize(),
        REDUCED);
  }

  long parameterCount() {
    return model.parameterCount();
  }

  int tokens() {
    return model.encoder() == null
        ? Objects.requireNonNull(model.dynamics()).picture().tokens()
        : model.encoder().grid().tokens();
  }

  /** The operations of one pass that sees some places; zero for all. */
  long operations(int visible) {
    return FlopCounter.evaluation(function(visible), model.parameters());
  }

  /** One pass that sees some places, zero for all, on an engine with random weights. */
  Workload workload(TensorEngine engine, int visible) {
    List<ParameterSpec> parameters = model.parameters();
    TensorFunction function = function(visible);
    TensorSession session =
        engine.open(
            ParameterSet.initialize(parameters, new SplittableRandom(1)), List.of(function));
    List<DeviceTensor> inputs = function.inputs().stream().map(session::allocate).toList();
    RandomInputs.fill(inputs, new SplittableRandom(2));
    return new Workload(
        name,
        "%d tokens".formatted(visible == 0 ? tokens() : visible),
        operations(visible),
        1,
        "passes",
        () -> session.run(function.name(), inputs).forEach(DeviceTensor::close),
        session::close);
  }

  private TensorFunction function(int visible) {
    return model.encoder() == null
        ? new PredictTokens(Objects.requireNonNull(model.dynamics()), TokenModel.DYNAMICS, 1, 1)
        : new EncodeTokens(model, 1, visible);
  }
}
