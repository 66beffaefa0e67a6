package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import java.util.List;
import java.util.Map;

/** What callers pass to functions, checked. */
public final class Arguments {

  private Arguments() {}

  /** The function of that name; refuses unknown names. */
  public static TensorFunction function(Map<String, TensorFunction> functions, String name) {
    TensorFunction function = functions.get(name);
    if (function == null) {
      throw new IllegalArgumentException(
          "no function '" + name + "' in this session, only " + functions.keySet());
    }
    return function;
  }

  /** Refuses inputs of another number, shape or type than declared. */
  public static void check(TensorFunction function, List<DeviceTensor> inputs) {
    List<TensorSpec> specs = function.inputs();
    if (inputs.size() != specs.size()) {
      throw new IllegalArgumentException(
          function.name() + " takes " + specs.size() + " inputs, got " + inputs.size());
    }
    for (int i = 0; i < specs.size(); i++) {
      TensorSpec found = inputs.get(i).spec();
      TensorSpec expected = specs.get(i);
      if (!found.shape().equals(expected.shape()) || found.type() != expected.type()) {
        throw new IllegalArgumentException(
            "input '"
                + expected.name()
                + "' of "
                + function.name()
                + " is "
                + expected.type()
                + expected.shape()
                + ", got "
                + found.type()
                + found.shape());
      }
    }
  }

  /** The arrays of the inputs, lent to a scope until it closes. */
  static List<NDArray> lend(List<DeviceTensor> inputs, NDManager scope) {
    return inputs.stream()
        .map(
            input -> {
              NDArray array = ((NativeTensor) input).array();
              array.tempAttach(scope);
              return array;
            })
        .toList();
  }
}
