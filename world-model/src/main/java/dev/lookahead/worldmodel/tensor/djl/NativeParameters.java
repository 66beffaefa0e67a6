package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.Weights;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named arrays in a manager that admits nothing else once they are loaded. Values in mapped memory
 * are computed with in place on a CPU, so that a large model is in memory once.
 */
final class NativeParameters implements AutoCloseable {

  private final NDManager manager;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();

  private NativeParameters(NDManager manager) {
    this.manager = manager;
  }

  /** Values that are only read. */
  static NativeParameters constant(NDManager parent, ParameterSet values) {
    NativeParameters parameters = new NativeParameters(parent.newSubManager());
    values.tensors().forEach(parameters::share);
    parameters.manager.cap();
    return parameters;
  }

  /** Copies of values, to be updated in place. */
  static NativeParameters updated(
      NDManager parent, ParameterSet values, List<String> differentiable) {
    NativeParameters parameters = new NativeParameters(parent.newSubManager());
    values.tensors().forEach(parameters::copy);
    differentiable.forEach(name -> parameters.array(name).setRequiresGradient(true));
    parameters.manager.cap();
    return parameters;
  }

  private void share(String name, HostTensor value) {
    ByteBuffer memory = value.memory();
    if (memory == null) {
      copy(name, value);
    } else {
      ai.djl.ndarray.types.Shape shape = NativeShapes.toNative(value.shape());
      arrays.put(name, manager.create(memory, shape, DataType.FLOAT32));
    }
  }

  private void copy(String name, HostTensor value) {
    arrays.put(name, manager.create(value.toArray(), NativeShapes.toNative(value.shape())));
  }

  /** The parameters for one call: they return to their manager when the call's scope closes. */
  Weights<NDArray> lendTo(NDManager scope) {
    arrays.values().forEach(array -> array.tempAttach(scope));
    return this::array;
  }

  private NDArray array(String name) {
    NDArray array = arrays.get(name);
    if (array == null) {
      throw new IllegalArgumentException("no parameter is called '" + name + "'");
    }
    return array;
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
