package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.tensor.TensorOps;

/**
 * Makes trajectories straight in latent space: the mean of 1 - cos(v[t], v[t + 1]) with v[t] = z[t
 * + 1] - z[t] (Temporal straightening for latent planning, arXiv 2603.12231). Straight latents make
 * Euclidean distance a better guide to the goal.
 */
public final class TemporalStraightening {

  private static final float EPSILON = 1e-8f;

  private TemporalStraightening() {}

  /** latents [B, F, D], F at least three. */
  public static <T> T loss(TensorOps<T> ops, T latents) {
    int frames = ops.shape(latents).size(1);
    T velocity = ops.sub(ops.slice(latents, 1, 1, frames), ops.slice(latents, 1, 0, frames - 1));
    T before = ops.slice(velocity, 1, 0, frames - 2);
    T after = ops.slice(velocity, 1, 1, frames - 1);
    T dot = ops.sum(ops.mul(before, after), false, -1);
    T norms =
        ops.mul(ops.sum(ops.square(before), false, -1), ops.sum(ops.square(after), false, -1));
    T cosine = ops.div(dot, ops.sqrt(ops.add(norms, EPSILON)));
    return ops.add(ops.mul(PredictionLoss.mean(ops, cosine), -1f), 1f);
  }
}
