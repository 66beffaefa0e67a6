package dev.lookahead.worldmodel.tensor;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A tiny two-layer network with one of every kind of parameter, for the tests of all engines. */
public final class SmallRegression implements TensorFunction {

  private static final int BATCH = 8;
  private static final int IN = 3;
  private static final int WIDTH = 6;

  @Override
  public String name() {
    return "loss";
  }

  @Override
  public List<TensorSpec> inputs() {
    return List.of(TensorSpec.floats("x", BATCH, IN), TensorSpec.floats("y", BATCH, 1));
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T hidden = ops.linear(inputs.get(0), weights.get("fc1.weight"), weights.get("fc1.bias"));
    T normed =
        ops.layerNorm(
            ops.gelu(hidden), weights.get("norm.weight"), weights.get("norm.bias"), 1e-5f);
    T predicted = ops.linear(normed, weights.get("fc2.weight"), null);
    T target = ops.linear(normed, weights.get("average.fc2.weight"), null);
    T loss = ops.mean(ops.square(ops.sub(predicted, inputs.get(1))), false, 0, 1);
    T drift = ops.mean(ops.square(ops.sub(predicted, ops.stopGradient(target))), false, 0, 1);
    return List.of(ops.add(loss, ops.mul(drift, 0.1f)), loss, drift);
  }

  /** Its declarations, one of them unused by the loss. */
  public static List<ParameterSpec> parameters() {
    ParameterSpec head =
        ParameterSpec.matrix("fc2.weight", Shape.of(1, WIDTH), Initializer.fanIn(WIDTH));
    return List.of(
        ParameterSpec.matrix("fc1.weight", Shape.of(WIDTH, IN), Initializer.fanIn(IN)),
        ParameterSpec.vector("fc1.bias", Shape.of(WIDTH), Initializer.fanIn(IN)),
        ParameterSpec.vector("norm.weight", Shape.of(WIDTH), Initializer.ones()),
        ParameterSpec.vector("norm.bias", Shape.of(WIDTH), Initializer.zeros()),
        head,
        ParameterSpec.matrix("unused", Shape.of(2, 2), Initializer.ones()),
        head.frozenUnder("average."));
  }

  /** Its training program. */
  public static TrainingProgram program() {
    return new TrainingProgram(
        parameters(),
        new SmallRegression(),
        List.of("total", "error", "drift"),
        Map.of("average.fc2.weight", "fc2.weight"),
        AdamW.defaults());
  }

  /** First values from a seed. */
  public static ParameterSet initial(long seed) {
    return ParameterSet.initialize(parameters(), new SplittableRandom(seed));
  }

  /** Writes a batch drawn from a seed into tensors allocated for {@link #inputs()}. */
  public static void fill(List<DeviceTensor> inputs, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] x = new float[BATCH * IN];
    float[] y = new float[BATCH];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) random.nextGaussian();
      y[i / IN] += x[i] * (i % IN + 1);
    }
    inputs.get(0).write(x);
    inputs.get(1).write(y);
  }
}
