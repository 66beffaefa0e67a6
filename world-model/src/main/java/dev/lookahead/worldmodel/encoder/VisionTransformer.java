package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.TransformerBlock;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.PatchEmbedding;
import dev.lookahead.worldmodel.token.TokenGrid;
import java.util.List;

/**
 * A vision transformer (Dosovitskiy et al. 2021) with learned positions, pooled to one vector and
 * projected to the latent.
 *
 * <p>The projector stands after the final norm on purpose: a LayerNorm at the very end would keep
 * latents on a sphere, which an isotropic Gaussian target cannot fit (Maes et al. 2026, LeWM).
 *
 * @param frameHeight pixels, a multiple of patchSize
 * @param frameWidth pixels, a multiple of patchSize
 * @param patchSize the side of a square patch in pixels
 * @param width the extent of a token
 * @param depth the number of blocks
 * @param heads the attention heads, a divisor of width
 * @param mlpRatio the hidden extent of each MLP over width
 * @param pooling how tokens become one vector
 * @param finalNorm whether a LayerNorm follows the last block
 * @param normEpsilon of every LayerNorm
 * @param projectorHidden the hidden extent of the projector, zero for a single affine map
 * @param latentWidth the extent of the latent D
 */
public record VisionTransformer(
    int frameHeight,
    int frameWidth,
    int patchSize,
    int width,
    int depth,
    int heads,
    int mlpRatio,
    Pooling pooling,
    boolean finalNorm,
    float normEpsilon,
    int projectorHidden,
    int latentWidth)
    implements VisionEncoder {

  /** How tokens become one vector. */
  public enum Pooling {
    /** A learned token that attends to all patches. */
    CLS,
    /** The mean over patches. */
    MEAN
  }

  /** Checks that patches tile the frame and heads divide the width. */
  public VisionTransformer {
    if (patchSize < 1
        || frameHeight < patchSize
        || frameWidth < patchSize
        || frameHeight % patchSize != 0
        || frameWidth % patchSize != 0) {
      throw new IllegalArgumentException(
          "patchSize must divide frameHeight and frameWidth, got "
              + patchSize
              + " for "
              + frameHeight
              + "x"
              + frameWidth);
    }
    if (heads < 1 || width < 1 || width % heads != 0) {
      throw new IllegalArgumentException("heads must divide width, got " + heads + " for " + width);
    }
    if (depth < 1 || mlpRatio < 1 || latentWidth < 1 || projectorHidden < 0) {
      throw new IllegalArgumentException(
          "depth, mlpRatio and latentWidth are at least 1 and projectorHidden at least 0, got "
              + List.of(depth, mlpRatio, latentWidth, projectorHidden));
    }
    if (!(normEpsilon > 0)) {
      throw new IllegalArgumentException("normEpsilon must be positive, got " + normEpsilon);
    }
  }

  /** A small one for 64 x 64 frames: patch 16, width 96, four blocks, mean pooling. */
  public static VisionTransformer defaults() {
    return new VisionTransformer(
        64, 64, 16, 96, 4, 3, 4, Pooling.MEAN, true, LayerNorm.EPSILON, 0, 96);
  }

  @Override
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of().add("patch.", patch().parameters());
    if (pooling == Pooling.CLS) {
      parameters.add(
          ParameterSpec.vector("cls", Shape.of(1, 1, width), Initializer.truncatedNormal(0.02f)));
    }
    parameters.add(
        ParameterSpec.vector(
            "positions", Shape.of(tokens(), width), Initializer.truncatedNormal(0.02f)));
    for (int i = 0; i < depth; i++) {
      parameters.add("blocks." + i + ".", block().parameters());
    }
    if (finalNorm) {
      parameters.add("norm.", norm().parameters());
    }
    return parameters
        .add(
            "projector.",
            projectorHidden == 0 ? projection().parameters() : projector().parameters())
        .list();
  }

  @Override
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T pixels) {
    int batch = ops.shape(pixels).size(0);
    T x = patch().apply(ops, weights.under("patch."), pixels, null);
    if (pooling == Pooling.CLS) {
      x = ops.concat(List.of(ops.expand(weights.get("cls"), batch, 1, width), x), 1);
    }
    x = ops.add(x, weights.get("positions"));
    for (int i = 0; i < depth; i++) {
      x = block().apply(ops, weights.under("blocks." + i + "."), x);
    }
    T pooled = pool(ops, weights, x);
    Weights<T> projectorWeights = weights.under("projector.");
    return projectorHidden == 0
        ? projection().apply(ops, projectorWeights, pooled)
        : projector().apply(ops, projectorWeights, pooled);
  }

  /** A norm per token commutes with taking the CLS token, so only that one is normalised. */
  private <T> T pool(TensorOps<T> ops, Weights<T> weights, T x) {
    int batch = ops.shape(x).size(0);
    if (pooling == Pooling.CLS) {
      T cls = ops.reshape(ops.slice(x, 1, 0, 1), batch, width);
      return finalNorm ? norm().apply(ops, weights.under("norm."), cls) : cls;
    }
    T normed = finalNorm ? norm().apply(ops, weights.under("norm."), x) : x;
    return ops.mean(normed, false, 1);
  }

  private int tokens() {
    int patches = grid().tokens();
    return pooling == Pooling.CLS ? patches + 1 : patches;
  }

  private TokenGrid grid() {
    return TokenGrid.tiling(1, frameHeight, frameWidth, 1, patchSize);
  }

  private PatchEmbedding patch() {
    return new PatchEmbedding(grid(), 1, patchSize, width);
  }

  private TransformerBlock block() {
    return new TransformerBlock(width, heads, mlpRatio * width, normEpsilon);
  }

  private LayerNorm norm() {
    return new LayerNorm(width, normEpsilon);
  }

  private Linear projection() {
    return new Linear(width, latentWidth);
  }

  private Mlp projector() {
    return new Mlp(width, projectorHidden, latentWidth, Activation.GELU);
  }
}
