package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * An affine map of the last axis: x [..., in] to x W' + b [..., out]. Weights start uniform (Glorot
 * and Bengio 2010), the bias at zero.
 *
 * @param in the extent of the last axis it takes, at least one
 * @param out the extent it gives, at least one
 */
public record Linear(int in, int out) {

  /** {@code weight} [out, in] and {@code bias} [out]. */
  public List<ParameterSpec> parameters() {
    return parameters(Initializer.xavier(in, out));
  }

  /** The same parameters with other first weights. */
  public List<ParameterSpec> parameters(Initializer weight) {
    return List.of(
        ParameterSpec.matrix("weight", Shape.of(out, in), weight),
        ParameterSpec.vector("bias", Shape.of(out), Initializer.zeros()));
  }

  /** x [..., in] to [..., out]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x) {
    return ops.linear(x, weights.get("weight"), weights.get("bias"));
  }
}
