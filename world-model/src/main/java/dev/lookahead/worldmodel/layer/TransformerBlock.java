package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pre-norm transformer block of vision transformers (Dosovitskiy et al. 2021, eqs. 2 and 3): x
 * + attention(norm(x)), then x + mlp(norm(x)). LayerScale (Touvron et al. 2021, CaiT, eq. 3)
 * multiplies what each of the two adds with learned gains, one per channel.
 *
 * @param width the extent of the last axis
 * @param heads the number of heads, a divisor of width
 * @param mlp from width to width
 * @param epsilon of both norms
 * @param layerScale the first value of the gains, zero for none
 */
public record TransformerBlock(
    int width, int heads, FeedForward mlp, float epsilon, float layerScale) {

  /** A block with exact GELU and no gains. */
  public TransformerBlock(int width, int heads, int mlpWidth, float epsilon) {
    this(width, heads, new Mlp(width, mlpWidth, width, Activation.GELU), epsilon, 0);
  }

  /**
   * {@code norm1}, {@code attention}, {@code norm2}, {@code mlp}, {@code scale1}, {@code scale2}.
   */
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of()
            .add("norm1.", norm().parameters())
            .add("attention.", attention().parameters())
            .add("norm2.", norm().parameters())
            .add("mlp.", mlp.parameters());
    if (layerScale != 0) {
      Initializer first = Initializer.constant(layerScale);
      parameters
          .add(ParameterSpec.vector("scale1", Shape.of(width), first))
          .add(ParameterSpec.vector("scale2", Shape.of(width), first));
    }
    return parameters.list();
  }

  /** x [B, n, width], same shape. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x) {
    return apply(ops, weights, x, null, null);
  }

  /**
   * One block.
   *
   * @param x [B, n, width]
   * @param rotation of queries and keys; none if null
   * @param mask of the attention; none if null
   * @return the shape of x
   */
  public <T> T apply(
      TensorOps<T> ops, Weights<T> weights, T x, @Nullable Rotation<T> rotation, @Nullable T mask) {
    T normed = norm().apply(ops, weights.under("norm1."), x);
    T mixed = attention().apply(ops, weights.under("attention."), normed, rotation, mask);
    return thought(ops, weights, x, mixed);
  }

  /**
   * One block on tokens that see earlier ones as well.
   *
   * @param x [B, n, width]
   * @param rotation of queries and keys; none if null
   * @param mask of the attention [n, m + n] of m earlier tokens; none if null
   * @param earlier what the m earlier tokens offer in this block; none if null
   * @return the shape of x, and what all tokens offer to later ones
   */
  public <T> Attended<T> apply(
      TensorOps<T> ops,
      Weights<T> weights,
      T x,
      @Nullable Rotation<T> rotation,
      @Nullable T mask,
      @Nullable KeyValues<T> earlier) {
    T normed = norm().apply(ops, weights.under("norm1."), x);
    Attended<T> mixed =
        attention().apply(ops, weights.under("attention."), normed, rotation, mask, earlier);
    return new Attended<>(thought(ops, weights, x, mixed.tokens()), mixed.offered());
  }

  /** x plus what the attention mixed, and what the MLP makes of it. */
  private <T> T thought(TensorOps<T> ops, Weights<T> weights, T x, T mixed) {
    T attended = ops.add(x, scaled(ops, weights, "scale1", mixed));
    T normed = norm().apply(ops, weights.under("norm2."), attended);
    T added = mlp.apply(ops, weights.under("mlp."), normed);
    return ops.add(attended, scaled(ops, weights, "scale2", added));
  }

  private <T> T scaled(TensorOps<T> ops, Weights<T> weights, String gains, T added) {
    return layerScale == 0 ? added : ops.mul(added, weights.get(gains));
  }

  private LayerNorm norm() {
    return new LayerNorm(width, epsilon);
  }

  private SelfAttention attention() {
    return new SelfAttention(width, heads, width / heads);
  }
}
