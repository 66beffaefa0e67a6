package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.tensor.TensorOps;

/**
 * The energy between predicted and goal latents that planning minimises. A latent is one vector or
 * a grid of tokens; what is reduced to one number per candidate is said by its axes.
 */
public enum LatentDistance {
  /** Squared differences: LeWM, DINO-WM, PLDM, jepa-wms. */
  SQUARED_L2,
  /** Absolute differences: V-JEPA 2-AC ({@code l1} in notebooks/utils/mpc_utils.py). */
  L1;

  /**
   * How the differences of one latent become one number. The order of candidates, and so the plan
   * of a cross-entropy method, is the same; the scale of weights and thresholds is not.
   */
  public enum Reduction {
    /** Their sum, which grows with tokens and channels: LeWM, PLDM. */
    SUM,
    /**
     * Their mean over tokens and channels: V-JEPA 2-AC, DINO-WM, jepa-wms. Comparable between
     * encoders of different width.
     */
    MEAN
  }

  /**
   * The distance of latents to a goal.
   *
   * @param latents [..., D], or [..., L, D] for L tokens
   * @param goal one latent of that shape, or what broadcasts to it
   * @param axes of one latent: -1 for a vector, -2 and -1 for tokens
   * @return the shape of the latents without these axes
   */
  public <T> T between(TensorOps<T> ops, T latents, T goal, Reduction reduction, int... axes) {
    T difference = ops.sub(latents, goal);
    T each = this == L1 ? ops.abs(difference) : ops.square(difference);
    return reduction == Reduction.SUM ? ops.sum(each, false, axes) : ops.mean(each, false, axes);
  }
}
