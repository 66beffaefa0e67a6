package dev.lookahead.worldmodel.tensor.torchscript;

import ai.djl.ndarray.NDArray;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.djl.Arguments;
import dev.lookahead.worldmodel.tensor.djl.NativeTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Functions as methods of one loaded archive. */
final class TorchScriptSession implements TensorSession {

  private final LoadedModule module;
  private final Map<String, TensorFunction> functions = new LinkedHashMap<>();

  TorchScriptSession(ModuleSource source, List<TensorFunction> functions) {
    functions.forEach(function -> this.functions.put(function.name(), function));
    module = new LoadedModule(source, false);
  }

  @Override
  public DeviceTensor allocate(TensorSpec spec) {
    return NativeTensor.zeros(spec, module.exchange());
  }

  @Override
  public List<DeviceTensor> run(String name, List<DeviceTensor> inputs) {
    Arguments.check(Arguments.function(functions, name), inputs);
    NDArray[] results = module.call(name, inputs);
    return IntStream.range(0, results.length).mapToObj(i -> output(name, i, results[i])).toList();
  }

  private static DeviceTensor output(String function, int index, NDArray array) {
    int[] sizes = Arrays.stream(array.getShape().getShape()).mapToInt(Math::toIntExact).toArray();
    TensorSpec spec = new TensorSpec(function + "." + index, Shape.of(sizes), ElementType.FLOAT32);
    return new NativeTensor(spec, array);
  }

  @Override
  public void close() {
    module.close();
  }
}
