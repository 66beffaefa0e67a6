package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * SwiGLU (Shazeer 2020, eq. 6): half of the hidden units, through SiLU, gate the other half.
 *
 * @param width the extent of the last axis, in and out
 * @param hidden the gated units
 */
public record GatedMlp(int width, int hidden) implements FeedForward {

  /**
   * The hidden extent that gives a gated MLP about the parameters of a plain one, rounded up to a
   * multiple of eight: DINOv2's ViT-g (Oquab et al. 2024).
   *
   * @param mlpWidth the hidden extent of the plain one
   */
  public static int hiddenInPlaceOf(int mlpWidth) {
    return (mlpWidth * 2 / 3 + 7) / 8 * 8;
  }

  /** {@code fc1} to [2 hidden], gates first, and {@code fc2}. */
  @Override
  public List<ParameterSpec> parameters() {
    return Parameters.of()
        .add("fc1.", first().parameters())
        .add("fc2.", second().parameters())
        .list();
  }

  @Override
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x) {
    List<T> halves = ops.split(first().apply(ops, weights.under("fc1."), x), 2, -1);
    T gated = ops.mul(ops.silu(halves.get(0)), halves.get(1));
    return second().apply(ops, weights.under("fc2."), gated);
  }

  private Linear first() {
    return new Linear(width, 2 * hidden);
  }

  private Linear second() {
    return new Linear(hidden, width);
  }
}
