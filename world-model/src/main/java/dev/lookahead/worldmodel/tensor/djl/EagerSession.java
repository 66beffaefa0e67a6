package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ElementType;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions run operation by operation, without gradients. */
final class EagerSession implements TensorSession {

  private final NDManager root = NDManager.newBaseManager();
  private final NDManager exchange = root.newSubManager();
  private final NativeParameters parameters;
  private final Map<String, TensorFunction> functions = new LinkedHashMap<>();

  EagerSession(ParameterSet parameters, List<TensorFunction> functions) {
    this.parameters = NativeParameters.constant(root, parameters);
    functions.forEach(function -> this.functions.put(function.name(), function));
    root.cap();
  }

  /** How many arrays outlive calls: the caller's inputs and results. */
  int exchangedArrays() {
    return exchange.getManagedArrays().size();
  }

  @Override
  public DeviceTensor allocate(TensorSpec spec) {
    return NativeTensor.zeros(spec, exchange);
  }

  @Override
  public List<DeviceTensor> run(String name, List<DeviceTensor> inputs) {
    TensorFunction function = Arguments.function(functions, name);
    Arguments.check(function, inputs);
    boolean gradients = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager scope = root.newSubManager()) {
      List<NDArray> lent = Arguments.lend(inputs, scope);
      List<NDArray> outputs = function.apply(new EagerOps(scope), parameters.lendTo(scope), lent);
      List<DeviceTensor> kept = new ArrayList<>();
      for (int i = 0; i < outputs.size(); i++) {
        // A copy, so that an output that is an input or a parameter keeps its owner.
        NDArray output = outputs.get(i).duplicate();
        output.attach(exchange);
        TensorSpec spec =
            new TensorSpec(
                name + "." + i, NativeShapes.fromNative(output.getShape()), ElementType.FLOAT32);
        kept.add(new NativeTensor(spec, output));
      }
      return kept;
    } finally {
      JniUtils.setGradMode(gradients);
    }
  }

  @Override
  public void close() {
    parameters.close();
    root.close();
  }
}
