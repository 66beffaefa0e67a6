package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.RotaryPositions;
import dev.lookahead.worldmodel.layer.Rotation;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The encoder of V-JEPA 2 (Assran et al. 2025, section 2.1): a clip as tubelets of patches, read by
 * a transformer with rotary positions in time and space. No weight depends on the number or the
 * size of the frames.
 *
 * @param frames of a clip, a multiple of tubelet
 * @param frameHeight pixels, a multiple of patchSize
 * @param frameWidth pixels, a multiple of patchSize
 * @param tubelet the frames a token spans
 * @param patchSize the side of a square patch in pixels
 * @param blocks what reads the tokens
 */
public record VideoTransformer(
    int frames, int frameHeight, int frameWidth, int tubelet, int patchSize, Transformer blocks)
    implements TokenEncoder {

  /** Checks that tubelets tile the clip. */
  public VideoTransformer {
    TokenGrid.tiling(frames, frameHeight, frameWidth, tubelet, patchSize);
  }

  /** A small one for clips of 8 frames of 64 x 64: tubelet 2, patch 16, width 96, four blocks. */
  public static VideoTransformer defaults() {
    return new VideoTransformer(8, 64, 64, 2, 16, Transformer.plain(96, 4, 3));
  }

  /** The same encoder for clips of another form; it takes the same weights. */
  public VideoTransformer at(int otherFrames, int otherHeight, int otherWidth) {
    return new VideoTransformer(otherFrames, otherHeight, otherWidth, tubelet, patchSize, blocks);
  }

  @Override
  public TokenGrid grid() {
    return TokenGrid.tiling(frames, frameHeight, frameWidth, tubelet, patchSize);
  }

  @Override
  public int width() {
    return blocks.width();
  }

  @Override
  public int leadingTokens() {
    return 0;
  }

  /** {@code patch}, {@code blocks}, {@code norm}. */
  @Override
  public List<ParameterSpec> parameters() {
    return Parameters.of().add("patch.", patch().parameters()).add("", blocks.parameters()).list();
  }

  @Override
  public TensorSpec pixels(int batch) {
    return TensorSpec.floats("pixels", batch, frames, frameHeight, frameWidth, 3);
  }

  @Override
  public <T> T patches(TensorOps<T> ops, T pixels) {
    return patch().patches(ops, pixels);
  }

  @Override
  public <T> T encode(TensorOps<T> ops, Weights<T> weights, T pixels, @Nullable T visible) {
    T tokens = patch().apply(ops, weights.under("patch."), pixels, visible);
    RotaryPositions places = grid().rotations(blocks.headWidth());
    Rotation<T> rotation = visible == null ? places.all(ops) : places.at(ops, visible);
    return blocks.apply(ops, weights, tokens, rotation, null);
  }

  /**
   * Single frames as V-JEPA 2-AC sees them ({@code app/vjepa_droid/train.py} of the reference):
   * each repeated until it fills a tubelet, encoded alone, and every token normalised to zero mean
   * and unit variance. Without that norm the predictor's inputs have another scale than it was
   * trained with.
   *
   * @param pixels normalised [B, H, W, 3]
   * @return [B, rows columns, D]
   */
  public <T> T encodeStills(TensorOps<T> ops, Weights<T> weights, T pixels) {
    T clips = ops.stack(Collections.nCopies(tubelet, pixels), 1);
    T tokens = at(tubelet, frameHeight, frameWidth).encode(ops, weights, clips, null);
    return ops.layerNorm(tokens, null, null, LayerNorm.PYTORCH_EPSILON);
  }

  private PatchEmbedding patch() {
    return new PatchEmbedding(grid(), tubelet, patchSize, width());
  }
}
