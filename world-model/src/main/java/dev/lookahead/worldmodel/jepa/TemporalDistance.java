package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * How many blocks away a goal is, learned from how far apart frames of one episode are: unlike a
 * distance between latents it knows that a wall is in between (in the spirit of the reachability
 * head of RC-aux, arXiv 2605.07278).
 *
 * <p>An MLP of the pair (latent, goal). The first layer is split in two, so that the goal's share
 * is computed once per plan.
 *
 * @param latentWidth the extent of a latent D
 * @param goalWidth the extent of a goal
 * @param hidden the extent of both hidden layers
 * @param scaleBlocks the number of blocks that the raw output one stands for, positive
 */
public record TemporalDistance(int latentWidth, int goalWidth, int hidden, float scaleBlocks) {

  /** Checks every extent. */
  public TemporalDistance {
    if (latentWidth < 1 || goalWidth < 1 || hidden < 1 || !(scaleBlocks > 0)) {
      throw new IllegalArgumentException(
          "latentWidth, goalWidth and hidden are at least 1 and scaleBlocks positive, got "
              + List.of(latentWidth, goalWidth, hidden)
              + " and "
              + scaleBlocks);
    }
  }

  /** For latents of one width that only see: 256 hidden units, 10 blocks. */
  public static TemporalDistance of(int latentWidth) {
    return new TemporalDistance(latentWidth, latentWidth, 256, 10f);
  }

  /** {@code latent}, {@code goal}, {@code hidden}, {@code out}. */
  public List<ParameterSpec> parameters() {
    return Parameters.of()
        .add("latent.", latent().parameters())
        .add("goal.", goal().parameters())
        .add("hidden.", between().parameters())
        .add("out.", out().parameters())
        .list();
  }

  /**
   * Blocks to go, divided by scaleBlocks.
   *
   * @param latents [..., D]
   * @param goals [..., goalWidth], broadcast against the latents
   * @return [..., 1]
   */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T latents, T goals) {
    T pair =
        ops.add(
            latent().apply(ops, weights.under("latent."), latents),
            goal().apply(ops, weights.under("goal."), goals));
    T hiddenUnits = ops.gelu(between().apply(ops, weights.under("hidden."), ops.gelu(pair)));
    return out().apply(ops, weights.under("out."), hiddenUnits);
  }

  private Linear latent() {
    return new Linear(latentWidth, hidden);
  }

  private Linear goal() {
    return new Linear(goalWidth, hidden);
  }

  private Linear between() {
    return new Linear(hidden, hidden);
  }

  private Linear out() {
    return new Linear(hidden, 1);
  }
}
