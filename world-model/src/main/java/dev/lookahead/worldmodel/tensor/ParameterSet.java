package dev.lookahead.worldmodel.tensor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Values for the parameters of a model, by name, in declaration order. Immutable.
 *
 * @param tensors name to value
 */
public record ParameterSet(Map<String, HostTensor> tensors) {

  /** Copies the map, keeping its order. */
  public ParameterSet {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /**
   * Draws first values for every declaration, in order.
   *
   * @throws IllegalArgumentException if two declarations share a name
   */
  public static ParameterSet initialize(List<ParameterSpec> specs, RandomGenerator random) {
    Map<String, HostTensor> drawn = new LinkedHashMap<>();
    for (ParameterSpec spec : specs) {
      HostTensor value =
          HostTensor.owning(spec.shape(), spec.initializer().draw(spec.shape(), random));
      if (drawn.put(spec.name(), value) != null) {
        throw new IllegalArgumentException("two parameters are called '" + spec.name() + "'");
      }
    }
    return new ParameterSet(drawn);
  }

  /** One value; refuses unknown names. */
  public HostTensor get(String name) {
    HostTensor value = tensors.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no parameter is called '" + name + "'");
    }
    return value;
  }

  /** The number of scalars. */
  public long count() {
    return tensors.values().stream().mapToLong(tensor -> tensor.shape().count()).sum();
  }

  /** The entries whose name starts with a prefix, in order, under their full names. */
  public ParameterSet under(String prefix) {
    return new ParameterSet(
        tensors.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(prefix))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
  }

  /** The entries whose name starts with a prefix, in order, under their names without it. */
  public ParameterSet relativeTo(String prefix) {
    Map<String, HostTensor> relative = new LinkedHashMap<>();
    under(prefix)
        .tensors()
        .forEach((name, value) -> relative.put(name.substring(prefix.length()), value));
    return new ParameterSet(relative);
  }

  /** These entries with others replacing or joining them. */
  public ParameterSet with(Map<String, HostTensor> others) {
    Map<String, HostTensor> joined = new LinkedHashMap<>(tensors);
    joined.putAll(others);
    return new ParameterSet(joined);
  }

  /**
   * Checks that exactly the declared parameters are here, with the declared shapes.
   *
   * @throws IllegalArgumentException listing everything missing, unexpected and misshapen
   */
  public void check(List<ParameterSpec> specs) {
    List<String> missing =
        specs.stream().map(ParameterSpec::name).filter(name -> !tensors.containsKey(name)).toList();
    List<String> names = specs.stream().map(ParameterSpec::name).toList();
    List<String> unexpected =
        tensors.keySet().stream().filter(name -> !names.contains(name)).toList();
    List<String> misshapen =
        specs.stream()
            .filter(
                spec ->
                    tensors.containsKey(spec.name())
                        && !get(spec.name()).shape().equals(spec.shape()))
            .map(
                spec ->
                    spec.name()
                        + " expected "
                        + spec.shape()
                        + " found "
                        + get(spec.name()).shape())
            .toList();
    if (!missing.isEmpty() || !unexpected.isEmpty() || !misshapen.isEmpty()) {
      throw new IllegalArgumentException(
          "parameters do not fit the model: missing "
              + missing
              + ", unexpected "
              + unexpected
              + ", wrong shape "
              + misshapen);
    }
  }
}
