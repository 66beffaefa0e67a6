package dev.lookahead.worldmodel.pretraining;

import dev.lookahead.worldmodel.encoder.PixelNormalizer;
import dev.lookahead.worldmodel.episode.PixelForm;
import dev.lookahead.worldmodel.family.TokenModel;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.TokenEncoder;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to patch tokens: pixel statistics and an encoder.
 *
 * @param pixels how bytes become floats
 * @param encoder pixels to tokens
 */
public record Eye(PixelNormalizer pixels, TokenEncoder encoder) {

  /** The form of the samples it takes. */
  public PixelForm form() {
    return new PixelForm(encoder.frames(), encoder.frameHeight(), encoder.frameWidth());
  }

  /** The same as a model that can be written down, measured and built on. */
  public TokenModel model() {
    return new TokenModel(pixels, encoder, null, null, null);
  }

  /** Bytes of so many samples, [B, T, H, W, 3]. */
  TensorSpec frames(int batch) {
    return TensorSpec.bytes(
        "frames", batch, encoder.frames(), encoder.frameHeight(), encoder.frameWidth(), 3);
  }

  /** Bytes [B, T, H, W, 3] to normalised pixels in the encoder's form. */
  <T> T pixels(TensorOps<T> ops, T frames) {
    Shape shape = ops.shape(frames);
    T flat =
        ops.reshape(
            frames, shape.size(0) * shape.size(1), shape.size(2), shape.size(3), shape.size(4));
    return ops.reshape(pixels.apply(ops, flat), encoder.pixels(shape.size(0)).shape().toArray());
  }

  /**
   * Encodes.
   *
   * @param weights of the encoder
   * @param pixels from {@link #pixels}
   * @param visible the places it sees [B, n]; all if null
   * @return patch tokens [B, n, D], without leading ones
   */
  <T> T tokens(TensorOps<T> ops, Weights<T> weights, T pixels, @Nullable T visible) {
    return encoder.encodePlaces(ops, weights, pixels, visible);
  }
}
