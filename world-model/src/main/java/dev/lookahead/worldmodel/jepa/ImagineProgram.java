package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@link Imagine} for one number of candidates and one horizon, with its input tensors, which are
 * reused from call to call. Thread: one at a time.
 */
final class ImagineProgram implements AutoCloseable {

  private final Imagine function;
  private final TensorSession session;
  private final List<DeviceTensor> inputs;
  private @Nullable Situation loaded;

  ImagineProgram(TensorEngine engine, ParameterSet parameters, Imagine function) {
    this.function = function;
    this.session = engine.open(parameters, List.of(function));
    this.inputs = function.inputs().stream().map(session::allocate).toList();
  }

  /**
   * Runs.
   *
   * @param situation where all candidates start and go; copied in only if it is another one than
   *     last time
   * @param candidates [N, H, A]
   * @param result costs [N] or distances [H / K], overwritten
   */
  void run(Situation situation, float[] candidates, float[] result) {
    if (loaded != situation) {
      inputs.get(0).write(situation.context());
      inputs.get(1).write(situation.goal());
      if (inputs.size() > 3) {
        inputs.get(3).write(situation.executed());
      }
      loaded = situation;
    }
    inputs.get(2).write(candidates);
    List<DeviceTensor> outputs = session.run(function.name(), inputs);
    try (DeviceTensor output = outputs.get(0)) {
      output.read(result);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
