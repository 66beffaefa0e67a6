package dev.lookahead.launch.bench;

import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Nothing but matrix products, one after another: x [rows, in] to [rows, out] and back.
 *
 * @param pairs how many times there and back
 */
record GemmChain(int rows, int in, int out, int pairs) implements TensorFunction {

  /** Both matrices, scaled so that values neither grow nor vanish. */
  List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.matrix(
            "there", Shape.of(out, in), Initializer.uniform((float) Math.sqrt(3.0 / in))),
        ParameterSpec.matrix(
            "back", Shape.of(in, out), Initializer.uniform((float) Math.sqrt(3.0 / out))));
  }

  /** {@code 512x192x768}. */
  String size() {
    return rows + "x" + in + "x" + out;
  }

  @Override
  public String name() {
    return "gemm_" + rows + "_" + in + "_" + out;
  }

  @Override
  public List<TensorSpec> inputs() {
    return List.of(TensorSpec.floats("x", rows, in));
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T x = inputs.get(0);
    for (int i = 0; i < pairs; i++) {
      x = ops.linear(ops.linear(x, weights.get("there"), null), weights.get("back"), null);
    }
    return List.of(x);
  }
}
