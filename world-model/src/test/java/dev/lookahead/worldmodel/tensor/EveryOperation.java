package dev.lookahead.worldmodel.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls every operation of {@link TensorOps} once and returns all results: what engines are
 * compared on.
 */
public final class EveryOperation implements TensorFunction {

  @Override
  public String name() {
    return "every_operation";
  }

  @Override
  public List<TensorSpec> inputs() {
    return List.of(
        TensorSpec.floats("a", 2, 3, 4),
        TensorSpec.floats("b", 3, 4),
        TensorSpec.bytes("image", 1, 2, 6, 6),
        TensorSpec.indices("places", 2, 5));
  }

  /**
   * A weight [5, 4], a bias [5], a scale and shift [4], a kernel [3, 2, 3, 3] with its bias [3].
   */
  public static List<ParameterSpec> parameters() {
    return List.of(
        ParameterSpec.matrix("linear.weight", Shape.of(5, 4), Initializer.fanIn(4)),
        ParameterSpec.vector("linear.bias", Shape.of(5), Initializer.fanIn(4)),
        ParameterSpec.vector("norm.weight", Shape.of(4), Initializer.uniform(1)),
        ParameterSpec.vector("norm.bias", Shape.of(4), Initializer.truncatedNormal(0.5f)),
        ParameterSpec.matrix("conv.weight", Shape.of(3, 2, 3, 3), Initializer.xavier(18, 27)),
        ParameterSpec.vector("conv.bias", Shape.of(3), Initializer.constant(0.1f)));
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T a = inputs.get(0);
    T b = inputs.get(1);
    T pixels = ops.toFloat(inputs.get(2));
    T positive = ops.add(ops.square(a), 0.5f);
    T queries = ops.reshape(a, 1, 2, 3, 4);
    List<T> all = new ArrayList<>();
    all.add(ops.add(a, b));
    all.add(ops.sub(a, b));
    all.add(ops.mul(a, b));
    all.add(ops.div(a, positive));
    all.add(ops.add(a, -0.25f));
    all.add(ops.mul(a, 1e-3f));
    all.add(ops.abs(a));
    all.add(positive);
    all.add(ops.sqrt(positive));
    all.add(ops.exp(a));
    all.add(ops.log(positive));
    all.add(ops.cos(a));
    all.add(ops.sin(a));
    all.add(ops.tanh(a));
    all.add(ops.sigmoid(a));
    all.add(ops.relu(a));
    all.add(ops.silu(a));
    all.add(ops.gelu(a));
    all.add(ops.clamp(a, -0.5f, 0.5f));
    all.add(ops.stopGradient(a));
    all.add(ops.mean(a, false, 0, 2));
    all.add(ops.mean(a, true, -1));
    all.add(ops.sum(a, false, 1));
    all.add(ops.sum(a, true, 0, 1));
    all.add(ops.softmax(a, 1));
    all.add(ops.linear(a, weights.get("linear.weight"), weights.get("linear.bias")));
    all.add(ops.linear(a, weights.get("linear.weight"), null));
    all.add(ops.matMul(a, ops.permute(b, 1, 0)));
    all.add(ops.layerNorm(a, weights.get("norm.weight"), weights.get("norm.bias"), 1e-5f));
    all.add(ops.layerNorm(a, null, null, 1e-6f));
    all.add(ops.attention(queries, queries, queries, null));
    all.add(
        ops.attention(
            queries,
            queries,
            queries,
            ops.constant(HostTensor.of(Shape.of(3, 3), 0, -9, -9, 0, 0, -9, 0, 0, 0))));
    all.add(ops.conv2d(pixels, weights.get("conv.weight"), weights.get("conv.bias"), 2, 1));
    all.add(ops.conv2d(pixels, weights.get("conv.weight"), null, 1, 0));
    all.add(ops.permute(a, 2, 0, 1));
    all.add(ops.expand(b, 5, 3, 4));
    all.add(ops.slice(a, 2, 1, 3));
    all.add(ops.select(a, -1, 3, 0, 0));
    all.add(ops.gather(a, inputs.get(3)));
    all.addAll(ops.split(a, 2, -1));
    all.add(ops.concat(List.of(a, a), 1));
    all.add(ops.stack(List.of(b, b, b), 1));
    return all;
  }
}
