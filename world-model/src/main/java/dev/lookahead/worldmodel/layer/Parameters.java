package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects the declarations of a layer's parts, each under its name in the layer. Not thread-safe.
 */
public final class Parameters {

  private final List<ParameterSpec> specs = new ArrayList<>();

  private Parameters() {}

  /** An empty collection. */
  public static Parameters of() {
    return new Parameters();
  }

  /** Adds one declaration as it is. */
  public Parameters add(ParameterSpec spec) {
    specs.add(spec);
    return this;
  }

  /** Adds the declarations of a part, with a prefix such as {@code fc1.} before every name. */
  public Parameters add(String prefix, List<ParameterSpec> part) {
    for (ParameterSpec spec : part) {
      specs.add(
          new ParameterSpec(prefix + spec.name(), spec.shape(), spec.initializer(), spec.role()));
    }
    return this;
  }

  /** Everything added, in order. */
  public List<ParameterSpec> list() {
    return List.copyOf(specs);
  }
}
