package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import java.util.List;

/**
 * {@link RotaryPositions} ready for one sequence; shared by all blocks that read it.
 *
 * @param cosines broadcastable to [B, heads, n, headWidth]
 * @param sines likewise, negated for the first of each pair
 */
public record Rotation<T>(T cosines, T sines) {

  /** Queries or keys [B, heads, n, headWidth], rotated. */
  public T apply(TensorOps<T> ops, T x) {
    Shape shape = ops.shape(x);
    int[] pairs = {shape.size(0), shape.size(1), shape.size(2), shape.last() / 2, 2};
    List<T> members = ops.split(ops.reshape(x, pairs), 2, -1);
    T swapped =
        ops.reshape(ops.concat(List.of(members.get(1), members.get(0)), -1), shape.toArray());
    return ops.add(ops.mul(x, cosines), ops.mul(swapped, sines));
  }
}
