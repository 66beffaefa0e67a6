package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * From a condition to the modulations of several {@link AdaLnBlock}s: SiLU, then one affine map
 * (Peebles and Xie 2023). Weights start at zero, so every block starts as the identity: shift 0,
 * scale 1, gate 0.
 *
 * @param conditionWidth the extent of the condition
 * @param width the extent of the modulated blocks
 * @param blocks how many blocks it serves
 */
public record Modulation(int conditionWidth, int width, int blocks) {

  /** {@code weight} [blocks 6 width, conditionWidth] and {@code bias} [blocks 6 width]. */
  public List<ParameterSpec> parameters() {
    Shape out = Shape.of(blocks * 6 * width);
    return List.of(
        ParameterSpec.matrix("weight", Shape.of(out.size(0), conditionWidth), Initializer.zeros()),
        ParameterSpec.vector("bias", out, (shape, random) -> neutral().toArray()));
  }

  /** condition [..., conditionWidth] to [..., blocks 6 width], block by block. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T condition) {
    return ops.linear(ops.silu(condition), weights.get("weight"), weights.get("bias"));
  }

  private HostTensor neutral() {
    float[] values = new float[blocks * 6 * width];
    for (int i = 0; i < values.length; i++) {
      int part = i / width % 6;
      values[i] = part == 1 || part == 4 ? 1f : 0f;
    }
    return HostTensor.owning(Shape.of(values.length), values);
  }
}
