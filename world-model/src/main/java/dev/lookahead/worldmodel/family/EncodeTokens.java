package dev.lookahead.worldmodel.family;

import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Camera frames to patch tokens.
 *
 * <p>Inputs: frames uint8 [B, H, W, 3], or clips [B, frames, H, W, 3]; the places it may see [B, n]
 * if not all. Output: tokens [B, leading + n, D].
 *
 * @param model with an encoder
 * @param batch the pictures or clips at once B
 * @param visible the places it may see in each n, zero for all N
 */
public record EncodeTokens(TokenModel model, int batch, int visible) implements TensorFunction {

  /** Refuses models without encoder and more places than there are. */
  public EncodeTokens {
    int tokens = model.requireEncoder().grid().tokens();
    if (visible < 0 || visible > tokens) {
      throw new IllegalArgumentException(
          "of %d places at most %d are visible, got %d".formatted(tokens, tokens, visible));
    }
  }

  @Override
  public String name() {
    return "encode_tokens";
  }

  @Override
  public List<TensorSpec> inputs() {
    Shape shape = model.requireEncoder().pixels(batch).shape();
    TensorSpec frames = new TensorSpec("frames", shape, ElementType.UINT8);
    return visible == 0
        ? List.of(frames)
        : List.of(frames, TensorSpec.indices("visible", batch, visible));
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    Shape shape = ops.shape(inputs.get(0));
    int frames = batch * model.requireEncoder().frames();
    T pictures = ops.reshape(inputs.get(0), frames, shape.size(-3), shape.size(-2), shape.size(-1));
    T pixels = ops.reshape(model.pixels().apply(ops, pictures), shape.toArray());
    T places = visible == 0 ? null : inputs.get(1);
    return List.of(
        model.requireEncoder().encode(ops, weights.under(TokenModel.ENCODER), pixels, places));
  }
}
