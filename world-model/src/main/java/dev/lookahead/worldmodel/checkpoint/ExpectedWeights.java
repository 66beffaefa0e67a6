package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The weights of a file, held against the model they are for before any is read. */
final class ExpectedWeights {

  private ExpectedWeights() {}

  /**
   * Reads the weights for a model.
   *
   * @param expected every parameter of the model, in its order
   * @param value how one is read
   * @throws CheckpointException listing every parameter that is missing, unexpected or of another
   *     shape or type; nothing is read then
   */
  static ParameterSet read(
      SafetensorsReader weights, List<ParameterSpec> expected, Function<String, HostTensor> value) {
    List<String> problems = new ArrayList<>();
    Map<String, TensorEntry> unexpected = new LinkedHashMap<>();
    weights.entries().forEach(entry -> unexpected.put(entry.name(), entry));
    for (ParameterSpec spec : expected) {
      TensorEntry found = unexpected.remove(spec.name());
      if (found == null) {
        problems.add("missing '" + spec.name() + "' " + spec.shape());
      } else if (found.type() != DType.F32 || !sameShape(spec, found)) {
        problems.add(
            "'%s' should be F32 %s, is %s %s"
                .formatted(spec.name(), spec.shape(), found.type(), found.shape()));
      }
    }
    unexpected
        .values()
        .forEach(entry -> problems.add("unexpected '" + entry.name() + "' " + entry.shape()));
    if (!problems.isEmpty()) {
      throw new CheckpointException(
          weights.file(), "it does not fit the model: " + String.join("; ", problems));
    }
    Map<String, HostTensor> values = new LinkedHashMap<>();
    expected.forEach(spec -> values.put(spec.name(), value.apply(spec.name())));
    return new ParameterSet(values);
  }

  private static boolean sameShape(ParameterSpec spec, TensorEntry found) {
    return Arrays.stream(spec.shape().toArray())
        .mapToObj(Long::valueOf)
        .toList()
        .equals(found.shape());
  }
}
