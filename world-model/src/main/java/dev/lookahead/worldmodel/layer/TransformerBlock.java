package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * The pre-norm transformer block of vision transformers (Dosovitskiy et al. 2021, eqs. 2 and 3): x
 * + attention(norm(x)), then x + mlp(norm(x)), with exact GELU.
 *
 * @param width the extent of the last axis
 * @param heads the number of heads, a divisor of width
 * @param mlpWidth the hidden extent of the MLP
 * @param epsilon of both norms
 */
public record TransformerBlock(int width, int heads, int mlpWidth, float epsilon) {

  /** {@code norm1}, {@code attention}, {@code norm2}, {@code mlp}. */
  public List<ParameterSpec> parameters() {
    return Parameters.of()
        .add("norm1.", norm().parameters())
        .add("attention.", attention().parameters())
        .add("norm2.", norm().parameters())
        .add("mlp.", mlp().parameters())
        .list();
  }

  /** x [B, n, width], same shape. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x) {
    T normed = norm().apply(ops, weights.under("norm1."), x);
    T attended = ops.add(x, attention().apply(ops, weights.under("attention."), normed, null));
    T normedAgain = norm().apply(ops, weights.under("norm2."), attended);
    return ops.add(attended, mlp().apply(ops, weights.under("mlp."), normedAgain));
  }

  private LayerNorm norm() {
    return new LayerNorm(width, epsilon);
  }

  private SelfAttention attention() {
    return new SelfAttention(width, heads, width / heads);
  }

  private Mlp mlp() {
    return new Mlp(width, mlpWidth, width, Activation.GELU);
  }
}
