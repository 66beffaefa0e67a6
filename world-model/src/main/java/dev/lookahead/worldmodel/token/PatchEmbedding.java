package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Pixels as tokens: each tubelet of patches, flattened in the order frame, row, column, channel,
 * through one affine map.
 *
 * @param grid where the tokens stand
 * @param tubelet the frames a token spans
 * @param patch its side in pixels
 * @param width the extent of a token
 */
public record PatchEmbedding(TokenGrid grid, int tubelet, int patch, int width) {

  private static final int CHANNELS = 3;

  /** {@code weight} [width, tubelet patch patch 3] and {@code bias} [width]. */
  public List<ParameterSpec> parameters() {
    return map().parameters();
  }

  /**
   * The tokens.
   *
   * @param pixels normalised [B, frames, height, width, 3]; a single frame needs no second axis
   * @param visible the places to embed [B, n], all if null: what is not seen costs nothing
   * @return [B, n, width]
   */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T pixels, @Nullable T visible) {
    T patches = patches(ops, pixels);
    return map().apply(ops, weights, visible == null ? patches : ops.gather(patches, visible));
  }

  /** What the map takes: [B, N, tubelet patch patch 3]. */
  public <T> T patches(TensorOps<T> ops, T pixels) {
    int batch = ops.shape(pixels).size(0);
    T tiles =
        ops.reshape(
            pixels,
            batch,
            grid.tubelets(),
            tubelet,
            grid.rows(),
            patch,
            grid.columns(),
            patch * CHANNELS);
    return ops.reshape(ops.permute(tiles, 0, 1, 3, 5, 2, 4, 6), batch, grid.tokens(), patchSize());
  }

  private int patchSize() {
    return tubelet * patch * patch * CHANNELS;
  }

  private Linear map() {
    return new Linear(patchSize(), width);
  }
}
