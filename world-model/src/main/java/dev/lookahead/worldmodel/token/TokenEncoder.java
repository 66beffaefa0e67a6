package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A map from a picture or a clip to one vector per place of a grid. */
public sealed interface TokenEncoder permits ImageTransformer, VideoTransformer {

  /** Where the tokens stand. */
  TokenGrid grid();

  /** The frames it takes at once, one for pictures. */
  int frames();

  /** The height of the frames in pixels. */
  int frameHeight();

  /** The width of the frames in pixels. */
  int frameWidth();

  /** The extent of a token D. */
  int width();

  /** The tokens that stand nowhere and come before the others: one with a CLS token, else none. */
  int leadingTokens();

  /** Its parameters, named relative to it. */
  List<ParameterSpec> parameters();

  /** The form of its pixels: [B, H, W, 3] for pictures, [B, frames, H, W, 3] for clips. */
  TensorSpec pixels(int batch);

  /**
   * The pixels of every place, flattened in the order frame, row, column, channel.
   *
   * @param pixels of the form of {@link #pixels}
   * @return [B, N, pixels of a token]
   */
  <T> T patches(TensorOps<T> ops, T pixels);

  /**
   * Encodes.
   *
   * @param pixels normalised, of the form of {@link #pixels}
   * @param visible the places it may see [B, n], all N if null: only these become tokens, so that
   *     the cost falls with what is masked
   * @return [B, leadingTokens + n, D], after the final norm
   */
  <T> T encode(TensorOps<T> ops, Weights<T> weights, T pixels, @Nullable T visible);

  /**
   * As {@link #encode}, without the tokens that stand nowhere.
   *
   * @return [B, n, D]
   */
  default <T> T encodePlaces(TensorOps<T> ops, Weights<T> weights, T pixels, @Nullable T visible) {
    T tokens = encode(ops, weights, pixels, visible);
    int leading = leadingTokens();
    return leading == 0 ? tokens : ops.slice(tokens, 1, leading, ops.shape(tokens).size(1));
  }
}
