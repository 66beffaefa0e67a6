package dev.lookahead.worldmodel.tensor.torchscript;

import ai.djl.ndarray.NDArray;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.djl.NativeTensor;
import java.util.List;

/** What libtorch itself computes, for operations that models have no name for. */
public final class TorchOracle {

  private TorchOracle() {}

  /**
   * Evaluates a call of a torch function.
   *
   * @param call a line of TorchScript in which {@code x} is the input
   */
  public static float[] evaluate(String call, Shape shape, float[] values) {
    ModuleSource source = new ModuleSource();
    source.method(
        "evaluate",
        List.of(new Symbol("x", shape)),
        List.of("y = " + call),
        List.of(new Symbol("y", shape)));
    LoadedModule module = new LoadedModule(source, false);
    try {
      NativeTensor input =
          NativeTensor.zeros(TensorSpec.floats("x", shape.toArray()), module.exchange());
      input.write(values);
      try (NDArray result = module.call("evaluate", List.of(input))[0]) {
        return result.toFloatArray();
      }
    } finally {
      module.close();
    }
  }
}
