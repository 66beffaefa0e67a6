package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorEngine;
import dev.lookahead.worldmodel.tensor.TensorSession;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * {@link Imagine} for one number of candidates and one horizon, with its input tensors, which are
 * reused from call to call. Thread: one at a time.
 */
final class ImagineProgram implements AutoCloseable {

  private final Imagine function;
  private final TensorSession session;
  private final List<DeviceTensor> inputs;
  private final FutureSampling sampling;
  private final float[] perFuture;
  private @Nullable Situation loaded;

  ImagineProgram(
      TensorEngine engine, ParameterSet parameters, Imagine function, FutureSampling sampling) {
    this.function = function;
    this.sampling = sampling;
    this.session = engine.open(parameters, List.of(function));
    this.inputs = function.inputs().stream().map(session::allocate).toList();
    LatentVariable variable = function.jepa().config().latentVariable();
    int blocks = function.horizon() / function.jepa().config().actions().blockSteps();
    if (variable != null) {
      SplittableRandom random = new SplittableRandom(sampling.seed());
      inputs.get(function.z()).write(variable.draw(function.futures(), blocks, random));
    }
    int each = function.result() == Imagine.Result.COSTS ? 1 : blocks;
    this.perFuture =
        new float[function.futures() > 1 ? function.candidates() * function.futures() * each : 0];
  }

  /**
   * Runs.
   *
   * @param situation where all candidates start and go; copied in only if it is another one than
   *     last time
   * @param candidates [N, H, A]
   * @param result costs [N] or distances [N, H / K] over all futures, overwritten
   */
  void run(Situation situation, float[] candidates, float[] result) {
    if (loaded != situation) {
      inputs.get(0).write(situation.context());
      inputs.get(1).write(situation.goal());
      if (function.contextFrames() > 1) {
        inputs.get(function.executed()).write(situation.executed());
      }
      loaded = situation;
    }
    inputs.get(2).write(candidates);
    if (function.reached() >= 0) {
      float[] context = situation.context();
      inputs
          .get(function.reached())
          .write(Poses.reached(context, context.length, candidates, function.candidates(), 0));
    }
    List<DeviceTensor> outputs = session.run(function.name(), inputs);
    try (DeviceTensor output = outputs.get(0)) {
      if (perFuture.length == 0) {
        output.read(result);
      } else {
        output.read(perFuture);
        int each = result.length / function.candidates();
        sampling.risk().over(perFuture, function.futures(), each, result);
      }
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
