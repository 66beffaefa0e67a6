package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Multi-head attention of one sequence to another (Vaswani et al. 2017, section 3.2.3), without a
 * map behind it: the attentive pooler of V-JEPA (Bardes et al. 2024) has none.
 *
 * @param width the extent of both sequences' last axis
 * @param heads the number of heads, a divisor of width
 */
public record CrossAttention(int width, int heads) {

  /** {@code q} for the sequence that asks, {@code kv} to [2 width], keys first, for the other. */
  public List<ParameterSpec> parameters() {
    return Parameters.of()
        .add("q.", new Linear(width, width).parameters())
        .add("kv.", new Linear(width, 2 * width).parameters())
        .list();
  }

  /**
   * Attends.
   *
   * @param queries [B, n, width]
   * @param tokens [B, m, width]
   * @return [B, n, width]
   */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T queries, T tokens) {
    T asked = new Linear(width, width).apply(ops, weights.under("q."), queries);
    T fused = new Linear(width, 2 * width).apply(ops, weights.under("kv."), tokens);
    List<T> keysAndValues = ops.split(byHead(ops, fused, 2 * heads), 2, 1);
    T mixed =
        ops.attention(byHead(ops, asked, heads), keysAndValues.get(0), keysAndValues.get(1), null);
    Shape shape = ops.shape(queries);
    return ops.reshape(ops.permute(mixed, 0, 2, 1, 3), shape.toArray());
  }

  /** [B, n, parts headWidth] to [B, parts, n, headWidth]. */
  private <T> T byHead(TensorOps<T> ops, T x, int parts) {
    Shape shape = ops.shape(x);
    T split = ops.reshape(x, shape.size(0), shape.size(1), parts, width / heads);
    return ops.permute(split, 0, 2, 1, 3);
  }
}
