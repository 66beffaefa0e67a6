package dev.lookahead.worldmodel.tensor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything the next training step depends on besides its inputs: saved and restored, training
 * goes on with the same numbers.
 *
 * @param step optimiser steps taken
 * @param parameters all parameters, frozen ones included
 * @param firstMoments Adam's running mean of each trained parameter's gradient
 * @param secondMoments Adam's running mean of its square
 */
public record TrainingState(
    long step, ParameterSet parameters, ParameterSet firstMoments, ParameterSet secondMoments) {

  /** The state before the first step: zero moments. */
  public static TrainingState initial(TrainingProgram program, ParameterSet parameters) {
    parameters.check(program.parameters());
    Map<String, HostTensor> zeros = new LinkedHashMap<>();
    for (String name : program.trained()) {
      zeros.put(name, HostTensor.filled(parameters.get(name).shape(), 0f));
    }
    return new TrainingState(0, parameters, new ParameterSet(zeros), new ParameterSet(zeros));
  }
}
