package dev.lookahead.worldmodel.tensor.djl;

import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorSession;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.List;

/** Runs every operation at once through DJL's PyTorch engine. */
public final class EagerEngine implements TensorEngine {

  @Override
  public String name() {
    return "eager";
  }

  @Override
  public TensorSession open(ParameterSet parameters, List<TensorFunction> functions) {
    return new EagerSession(parameters, functions);
  }

  @Override
  public TrainingSession train(TrainingProgram program, TrainingState state) {
    return new EagerTrainingSession(program, state);
  }
}
