package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multi-head self-attention over a sequence (Vaswani et al. 2017, section 3.2.2), with queries,
 * keys and values from one fused map.
 *
 * @param width the extent of the last axis, in and out
 * @param heads the number of heads
 * @param headWidth the extent of one head; heads x headWidth need not equal width
 */
public record SelfAttention(int width, int heads, int headWidth) {

  /** {@code qkv} to [3 heads headWidth], queries first, and {@code out}. */
  public List<ParameterSpec> parameters() {
    return Parameters.of().add("qkv.", qkv().parameters()).add("out.", out().parameters()).list();
  }

  /**
   * Attends.
   *
   * @param x [B, n, width], or [B, width] for a sequence of one
   * @param mask added to the scores [n, n]; none if null
   * @return the shape of x
   */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x, @Nullable T mask) {
    return apply(ops, weights, x, null, mask);
  }

  /**
   * Attends, with positions turned into queries and keys.
   *
   * @param x [B, n, width], or [B, width] for a sequence of one
   * @param rotation of queries and keys; none if null
   * @param mask added to the scores [n, n]; none if null
   * @return the shape of x
   */
  public <T> T apply(
      TensorOps<T> ops, Weights<T> weights, T x, @Nullable Rotation<T> rotation, @Nullable T mask) {
    Shape shape = ops.shape(x);
    if (shape.rank() == 2 || shape.size(1) == 1) {
      return alone(ops, weights, x);
    }
    return apply(ops, weights, x, rotation, mask, null).tokens();
  }

  /**
   * Attends, to earlier tokens as well.
   *
   * @param x [B, n, width]
   * @param rotation of queries and keys; none if null
   * @param mask added to the scores [n, m + n] of m earlier tokens; none if null
   * @param earlier what the m earlier tokens offer, of the same batch or of one for all; none if
   *     null
   * @return the shape of x, and what all tokens offer to later ones
   */
  public <T> Attended<T> apply(
      TensorOps<T> ops,
      Weights<T> weights,
      T x,
      @Nullable Rotation<T> rotation,
      @Nullable T mask,
      @Nullable KeyValues<T> earlier) {
    int batch = ops.shape(x).size(0);
    int length = ops.shape(x).size(1);
    T fused = qkv().apply(ops, weights.under("qkv."), x);
    T byHead = ops.permute(ops.reshape(fused, batch, length, 3 * heads, headWidth), 0, 2, 1, 3);
    List<T> parts = ops.split(rotation == null ? byHead : turned(ops, byHead, rotation), 3, 1);
    KeyValues<T> own = new KeyValues<>(parts.get(1), parts.get(2));
    KeyValues<T> offered = earlier == null ? own : earlier.then(ops, own);
    T mixed = ops.attention(parts.get(0), offered.keys(), offered.values(), mask);
    T joined = ops.reshape(ops.permute(mixed, 0, 2, 1, 3), batch, length, heads * headWidth);
    return new Attended<>(out().apply(ops, weights.under("out."), joined), offered);
  }

  /** Queries and keys turned, values as they are: [B, 3 heads, n, headWidth]. */
  private <T> T turned(TensorOps<T> ops, T byHead, Rotation<T> rotation) {
    T queriesAndKeys = ops.slice(byHead, 1, 0, 2 * heads);
    T values = ops.slice(byHead, 1, 2 * heads, 3 * heads);
    return ops.concat(List.of(rotation.apply(ops, queriesAndKeys), values), 1);
  }

  /** The softmax over one element is one: queries and keys cancel out of a sequence of one. */
  private <T> T alone(TensorOps<T> ops, Weights<T> weights, T x) {
    int inner = heads * headWidth;
    T weight = ops.slice(weights.get("qkv.weight"), 0, 2 * inner, 3 * inner);
    T bias = ops.slice(weights.get("qkv.bias"), 0, 2 * inner, 3 * inner);
    return out().apply(ops, weights.under("out."), ops.linear(x, weight, bias));
  }

  private Linear qkv() {
    return new Linear(width, 3 * heads * headWidth);
  }

  private Linear out() {
    return new Linear(heads * headWidth, width);
  }
}
