package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Two affine maps with a non-linearity between them.
 *
 * @param in the extent of the last axis it takes
 * @param hidden the extent between the maps
 * @param out the extent it gives
 * @param activation the non-linearity
 */
public record Mlp(int in, int hidden, int out, Activation activation) implements FeedForward {

  /** {@code fc1} and {@code fc2}. */
  @Override
  public List<ParameterSpec> parameters() {
    return Parameters.of()
        .add("fc1.", first().parameters())
        .add("fc2.", second().parameters())
        .list();
  }

  @Override
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x) {
    T hiddenUnits = activation.apply(ops, first().apply(ops, weights.under("fc1."), x));
    return second().apply(ops, weights.under("fc2."), hiddenUnits);
  }

  private Linear first() {
    return new Linear(in, hidden);
  }

  private Linear second() {
    return new Linear(hidden, out);
  }
}
