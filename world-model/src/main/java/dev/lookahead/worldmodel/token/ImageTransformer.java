package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vision transformer (Dosovitskiy et al. 2021) that keeps its patch tokens. Without a CLS token
 * and with fixed positions it is the encoder of I-JEPA (Assran et al. 2023); with CLS, learned
 * positions and LayerScale that of DINOv2 (Oquab et al. 2024).
 *
 * <p>The CLS token has no position of its own: DINOv2 adds one, which is the same as adding both
 * into one parameter.
 *
 * @param frameHeight pixels, a multiple of patchSize
 * @param frameWidth pixels, a multiple of patchSize
 * @param patchSize the side of a square patch in pixels
 * @param cls whether a learned token that stands nowhere comes first
 * @param positions learned or sinusoidal
 * @param blocks what reads the tokens
 */
public record ImageTransformer(
    int frameHeight,
    int frameWidth,
    int patchSize,
    boolean cls,
    Positions positions,
    Transformer blocks)
    implements TokenEncoder {

  /** Checks that patches tile the frame and that positions are added. */
  public ImageTransformer {
    TokenGrid.tiling(1, frameHeight, frameWidth, 1, patchSize);
    if (positions == Positions.ROTARY) {
      throw new IllegalArgumentException(
          "positions of a picture are LEARNED or SINUSOIDAL, got " + positions);
    }
  }

  /** I-JEPA's form at a small size: 64 x 64 frames, patch 8, width 96, four blocks. */
  public static ImageTransformer defaults() {
    return new ImageTransformer(
        64, 64, 8, false, Positions.SINUSOIDAL, Transformer.plain(96, 4, 3));
  }

  @Override
  public TokenGrid grid() {
    return TokenGrid.tiling(1, frameHeight, frameWidth, 1, patchSize);
  }

  @Override
  public int frames() {
    return 1;
  }

  @Override
  public int width() {
    return blocks.width();
  }

  @Override
  public int leadingTokens() {
    return cls ? 1 : 0;
  }

  /** {@code patch}, {@code cls}, {@code positions}, {@code blocks}, {@code norm}. */
  @Override
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of().add("patch.", patch().parameters());
    if (cls) {
      parameters.add(
          ParameterSpec.vector("cls", Shape.of(1, 1, width()), Initializer.truncatedNormal(0.02f)));
    }
    return parameters.add("", places().parameters()).add("", blocks.parameters()).list();
  }

  @Override
  public TensorSpec pixels(int batch) {
    return TensorSpec.floats("pixels", batch, frameHeight, frameWidth, 3);
  }

  @Override
  public <T> T patches(TensorOps<T> ops, T pixels) {
    return patch().patches(ops, pixels);
  }

  @Override
  public <T> T encode(TensorOps<T> ops, Weights<T> weights, T pixels, @Nullable T visible) {
    T patches = patch().apply(ops, weights.under("patch."), pixels, visible);
    T where = visible == null ? places().all(weights) : places().at(ops, weights, visible);
    T tokens = ops.add(patches, where);
    if (cls) {
      int batch = ops.shape(pixels).size(0);
      T first = ops.expand(weights.get("cls"), batch, 1, width());
      tokens = ops.concat(List.of(first, tokens), 1);
    }
    return blocks.apply(ops, weights, tokens, null, null);
  }

  private PatchEmbedding patch() {
    return new PatchEmbedding(grid(), 1, patchSize, width());
  }

  private PositionTable places() {
    return new PositionTable(grid(), width(), positions == Positions.LEARNED);
  }
}
