package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.TensorOps;

/** A non-linearity, element by element. */
public enum Activation {
  /** x Phi(x), exact (Hendrycks and Gimpel 2016). */
  GELU,
  /** x sigmoid(x) (Elfwing et al. 2018). */
  SILU,
  /** max(x, 0). */
  RELU;

  /** x, same shape. */
  public <T> T apply(TensorOps<T> ops, T x) {
    return switch (this) {
      case GELU -> ops.gelu(x);
      case SILU -> ops.silu(x);
      case RELU -> ops.relu(x);
    };
  }
}
