package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.tensor.TensorOps;

/**
 * Pulls latents of consecutive frames together: the mean of (z[t + 1] - z[t])^2 (Sobal et al. 2025,
 * PLDM, L_time-sim). Against distractors that change from frame to frame; needs a term that keeps
 * latents apart.
 */
public final class TimeSimilarity {

  private TimeSimilarity() {}

  /** latents [B, F, D], F at least two. */
  public static <T> T loss(TensorOps<T> ops, T latents) {
    int frames = ops.shape(latents).size(1);
    return PredictionLoss.L2.apply(
        ops, ops.slice(latents, 1, 1, frames), ops.slice(latents, 1, 0, frames - 1));
  }
}
