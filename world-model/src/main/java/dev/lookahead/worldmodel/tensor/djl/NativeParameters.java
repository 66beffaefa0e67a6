package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named arrays in a manager that admits nothing else once they are loaded. */
final class NativeParameters implements AutoCloseable {

  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  NativeParameters(NDManager parent, ParameterSet values, List<String> differentiable) {
    manager = parent.newSubManager();
    values
        .tensors()
        .forEach(
            (name, value) -> {
              NDArray array = manager.create(value.toArray(), NativeShapes.toNative(value.shape()));
              if (differentiable.contains(name)) {
                array.setRequiresGradient(true);
              }
              arrays.put(name, array);
            });
    manager.cap();
  }

  /** The parameters for one call: they return to their manager when the call's scope closes. */
  Weights<NDArray> lendTo(NDManager scope) {
    arrays.values().forEach(array -> array.tempAttach(scope));
    return name -> {
      NDArray array = arrays.get(name);
      if (array == null) {
        throw new IllegalArgumentException("no parameter is called '" + name + "'");
      }
      return array;
    };
  }

  /** A copy of all values. */
  ParameterSet toHost() {
    Map<String, HostTensor> values = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) ->
            values.put(
                name,
                HostTensor.owning(
                    NativeShapes.fromNative(array.getShape()), array.toFloatArray())));
    return new ParameterSet(values);
  }

  @Override
  public void close() {
    manager.close();
  }
}
