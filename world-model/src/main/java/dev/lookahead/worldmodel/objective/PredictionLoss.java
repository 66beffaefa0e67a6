package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.tensor.TensorOps;

/** How a predicted latent is compared with the real one: the mean over all elements. */
public enum PredictionLoss {
  /** The squared difference (LeWM, DINO-WM). */
  L2,
  /** The absolute difference (V-JEPA 2). */
  L1,
  /** Half the square below one, the absolute difference minus a half above (I-JEPA; Huber 1964). */
  SMOOTH_L1;

  /** a and b of one shape to a scalar. */
  public <T> T apply(TensorOps<T> ops, T a, T b) {
    return mean(ops, each(ops, a, b));
  }

  /** Element by element, before the mean: a and b of one shape to that shape. */
  <T> T each(TensorOps<T> ops, T a, T b) {
    T difference = ops.sub(a, b);
    return switch (this) {
      case L2 -> ops.square(difference);
      case L1 -> ops.abs(difference);
      case SMOOTH_L1 -> {
        T absolute = ops.abs(difference);
        T near = ops.clamp(absolute, 0f, 1f);
        yield ops.mul(near, ops.sub(absolute, ops.mul(near, 0.5f)));
      }
    };
  }

  /** The mean over all axes. */
  static <T> T mean(TensorOps<T> ops, T x) {
    return ops.mean(ops.reshape(x, ops.shape(x).count()), false, 0);
  }
}
