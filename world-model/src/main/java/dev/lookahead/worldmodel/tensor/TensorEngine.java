package dev.lookahead.worldmodel.tensor;

import java.util.List;

/** An interpretation of {@link TensorFunction}s. */
public interface TensorEngine {

  /** What it is called on the command line and in reports. */
  String name();

  /** Prepares functions over fixed parameter values. */
  TensorSession open(ParameterSet parameters, List<TensorFunction> functions);

  /** Prepares a training step that starts from a state. */
  TrainingSession train(TrainingProgram program, TrainingState state);
}
