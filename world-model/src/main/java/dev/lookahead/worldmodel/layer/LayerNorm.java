package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Zero mean and unit variance over the last axis, then a learned scale and shift (Ba et al. 2016).
 *
 * @param width the extent of the last axis
 * @param epsilon added to the variance, positive
 */
public record LayerNorm(int width, float epsilon) {

  /** What this project's own models use. */
  public static final float EPSILON = 1e-6f;

  /** That of PyTorch's {@code layer_norm}, with which V-JEPA 2-AC normalises tokens. */
  public static final float PYTORCH_EPSILON = 1e-5f;

  /** {@code weight} [width], ones, and {@code bias} [width], zeros. */
  public List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.vector("weight", Shape.of(width), Initializer.ones()),
        ParameterSpec.vector("bias", Shape.of(width), Initializer.zeros()));
  }

  /** x [..., width], normalised. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x) {
    return ops.layerNorm(x, weights.get("weight"), weights.get("bias"), epsilon);
  }
}
