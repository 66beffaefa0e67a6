package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.family.EncodeTokens;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.FlopCounter;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.token.ImageTransformer;
import dev.lookahead.worldmodel.token.Positions;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the context encoder of masked pretraining costs: only visible tokens are computed, so the
 * time falls with what is hidden.
 *
 * @param engine where
 * @param width of the encoder
 */
record MaskedWorkloads(TensorEngine engine, int width) {

  /** The percentages of a picture's tokens that are visible. */
  static final List<Integer> VISIBLE_PERCENT = List.of(100, 50, 25, 10);

  private static final int PICTURES = 64;
  private static final int SIDE = 64;
  private static final int PATCH = 8;
  private static final int DEPTH = 4;

  /** Encodes the visible tokens of pictures. */
  Workload encode(int visiblePercent) {
    TokenModel model =
        TokenModel.of(
            new ImageTransformer(
                SIDE,
                SIDE,
                PATCH,
                false,
                Positions.SINUSOIDAL,
                Transformer.plain(width, DEPTH, width / 32)));
    int tokens = model.requireEncoder().grid().tokens();
    int visible = Math.max(1, tokens * visiblePercent / 100);
    EncodeTokens encode = new EncodeTokens(model, PICTURES, visible == tokens ? 0 : visible);
    List<ParameterSpec> specs = model.parameters();
    TensorSession session =
        engine.open(ParameterSet.initialize(specs, new SplittableRandom(1)), List.of(encode));
    List<DeviceTensor> inputs = encode.inputs().stream().map(session::allocate).toList();
    RandomInputs.fill(inputs.subList(0, 1), new SplittableRandom(2));
    if (inputs.size() > 1) {
      inputs.get(1).write(everyFew(tokens, visible));
    }
    return new Workload(
        "masked-encode",
        "%d of %d tokens, width %d".formatted(visible, tokens, width),
        FlopCounter.evaluation(encode, specs),
        PICTURES,
        "pictures",
        () -> session.run(encode.name(), inputs).forEach(DeviceTensor::close),
        session::close);
  }

  /** Places spread over the grid, the same in every picture. */
  private static int[] everyFew(int tokens, int visible) {
    int[] places = new int[PICTURES * visible];
    for (int i = 0; i < places.length; i++) {
      places[i] = i % visible * tokens / visible;
    }
    return places;
  }
}
