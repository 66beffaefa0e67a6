package dev.lookahead.worldmodel.tensor;

import java.util.List;
import java.util.Map;

/**
 * What one training step computes.
 *
 * @param parameters every parameter of the model with its role
 * @param losses each gives scalars: the total loss first, then the terms worth watching. Usually
 *     one; several where inputs come in more than one form, of which a step takes the one that fits
 *     it
 * @param lossNames a name per output, the same for all losses
 * @param averages exponential moving averages: name of a frozen parameter to the name of the
 *     parameter it follows
 * @param optimizer how trained parameters follow the gradient
 */
public record TrainingProgram(
    List<ParameterSpec> parameters,
    List<TensorFunction> losses,
    List<String> lossNames,
    Map<String, String> averages,
    AdamW optimizer) {

  /** Copies the collections. */
  public TrainingProgram {
    parameters = List.copyOf(parameters);
    losses = List.copyOf(losses);
    if (losses.isEmpty()) {
      throw new IllegalArgumentException("a program has at least one loss, got none");
    }
    lossNames = List.copyOf(lossNames);
    averages = Map.copyOf(averages);
  }

  /** A program whose inputs always have the same form. */
  public TrainingProgram(
      List<ParameterSpec> parameters,
      TensorFunction loss,
      List<String> lossNames,
      Map<String, String> averages,
      AdamW optimizer) {
    this(parameters, List.of(loss), lossNames, averages, optimizer);
  }

  /** The names of the parameters with a role, in declaration order. */
  public List<String> names(ParameterSpec.Role role) {
    return parameters.stream()
        .filter(spec -> spec.role() == role)
        .map(ParameterSpec::name)
        .toList();
  }

  /** The names of all parameters that follow the gradient: the decayed ones, then the others. */
  public List<String> trained() {
    return java.util.stream.Stream.concat(
            names(ParameterSpec.Role.DECAYED).stream(),
            names(ParameterSpec.Role.UNDECAYED).stream())
        .toList();
  }
}
