package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.List;

/**
 * What tokens offer, in one attention, to those that attend to them. In a causal model it does not
 * depend on later tokens, so it is computed once and kept.
 *
 * @param keys turned already, [B, heads, n, headWidth]
 * @param values of the same shape
 */
public record KeyValues<T>(T keys, T values) {

  /** These and those of later tokens. A batch of one here is repeated for all of theirs. */
  public KeyValues<T> then(TensorOps<T> ops, KeyValues<T> later) {
    return new KeyValues<>(joined(ops, keys, later.keys), joined(ops, values, later.values));
  }

  private static <T> T joined(TensorOps<T> ops, T earlier, T later) {
    Shape shape = ops.shape(earlier);
    int batch = ops.shape(later).size(0);
    T repeated =
        shape.size(0) == batch
            ? earlier
            : ops.expand(earlier, batch, shape.size(1), shape.size(2), shape.size(3));
    return ops.concat(List.of(repeated, later), 2);
  }
}
