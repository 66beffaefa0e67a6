package dev.lookahead.worldmodel.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The training step, written once for every engine: loss, gradient, clip by global norm, AdamW,
 * moving averages.
 *
 * @param program what to compute
 * @param loss which of the program's losses
 */
public record TrainingStep(TrainingProgram program, TensorFunction loss) {

  /**
   * Takes one step in place.
   *
   * @param parameters all parameters
   * @param firstMoments by trained parameter name
   * @param secondMoments by trained parameter name
   * @param inputs the inputs of the loss
   * @param stepCount the number of this step, from one, a scalar
   * @param learningRate a scalar
   * @param averageWeight one minus the momentum of the moving averages, a scalar
   * @return the outputs of the loss, detached, then the gradient's global norm before clipping
   */
  public <T> List<T> apply(
      TrainingOps<T> ops,
      Weights<T> parameters,
      Weights<T> firstMoments,
      Weights<T> secondMoments,
      List<T> inputs,
      T stepCount,
      T learningRate,
      T averageWeight) {
    AdamW adamW = program.optimizer();
    List<T> losses = loss.apply(ops, parameters, inputs);
    if (losses.size() != program.lossNames().size()) {
      throw new IllegalStateException(
          "the loss has "
              + program.lossNames().size()
              + " names but "
              + losses.size()
              + " outputs");
    }
    List<String> trained = program.trained();
    List<T> values = trained.stream().map(parameters::get).toList();
    List<T> gradients = ops.gradients(losses.get(0), values);
    T norm = ops.globalNorm(gradients);
    if (Float.isFinite(adamW.clipNorm())) {
      // The small constant keeps a zero gradient finite; PyTorch's clip_grad_norm_ uses the same
      // one.
      T inverse =
          ops.div(
              ops.constant(HostTensor.of(Shape.scalar(), adamW.clipNorm())), ops.add(norm, 1e-6f));
      ops.scaleInPlace(gradients, ops.clamp(inverse, 0f, 1f));
    }
    int decayed = program.names(ParameterSpec.Role.DECAYED).size();
    for (int group = 0; group < 2; group++) {
      int from = group == 0 ? 0 : decayed;
      int to = group == 0 ? decayed : trained.size();
      if (from == to) {
        continue;
      }
      List<String> names = trained.subList(from, to);
      ops.adamWInPlace(
          values.subList(from, to),
          gradients.subList(from, to),
          names.stream().map(firstMoments::get).toList(),
          names.stream().map(secondMoments::get).toList(),
          stepCount,
          learningRate,
          adamW.beta1(),
          adamW.beta2(),
          adamW.epsilon(),
          group == 0 ? adamW.weightDecay() : 0f);
    }
    if (!program.averages().isEmpty()) {
      List<Map.Entry<String, String>> averages =
          program.averages().entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
      ops.lerpInPlace(
          averages.stream().map(entry -> parameters.get(entry.getKey())).toList(),
          averages.stream().map(entry -> parameters.get(entry.getValue())).toList(),
          averageWeight);
    }
    List<T> outputs = new ArrayList<>(losses.stream().map(ops::stopGradient).toList());
    outputs.add(ops.stopGradient(norm));
    return outputs;
  }
}
