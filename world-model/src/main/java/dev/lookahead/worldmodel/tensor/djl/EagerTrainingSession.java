package dev.lookahead.worldmodel.tensor.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingSession;
import dev.lookahead.worldmodel.tensor.TrainingState;
import dev.lookahead.worldmodel.tensor.TrainingStep;
import java.util.List;

/**
 * Training operation by operation. DJL allows one gradient collector in a process, hence one step
 * at a time in it.
 */
final class EagerTrainingSession implements TrainingSession {

  private final NDManager root = NDManager.newBaseManager();
  private final NDManager exchange = root.newSubManager();
  private final TrainingProgram program;
  private final NativeParameters parameters;
  private final NativeParameters firstMoments;
  private final NativeParameters secondMoments;
  private long step;

  EagerTrainingSession(TrainingProgram program, TrainingState state) {
    this.program = program;
    parameters = NativeParameters.updated(root, state.parameters(), program.trained());
    firstMoments = NativeParameters.updated(root, state.firstMoments(), List.of());
    secondMoments = NativeParameters.updated(root, state.secondMoments(), List.of());
    step = state.step();
    root.cap();
  }

  /** How many arrays outlive steps: the caller's inputs. */
  int exchangedArrays() {
    return exchange.getManagedArrays().size();
  }

  @Override
  public DeviceTensor allocate(TensorSpec spec) {
    return NativeTensor.zeros(spec, exchange);
  }

  @Override
  public float[] step(
      int loss, List<DeviceTensor> inputs, float learningRate, float averageMomentum) {
    Arguments.check(program.losses().get(loss), inputs);
    boolean gradients = JniUtils.isGradMode();
    try (NDManager scope = root.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      List<NDArray> outputs =
          new TrainingStep(program, program.losses().get(loss))
              .apply(
                  new EagerTrainingOps(scope, collector),
                  parameters.lendTo(scope),
                  firstMoments.lendTo(scope),
                  secondMoments.lendTo(scope),
                  Arguments.lend(inputs, scope),
                  scope.create((float) (step + 1)),
                  scope.create(learningRate),
                  scope.create(1 - averageMomentum));
      step++;
      float[] values = new float[outputs.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = outputs.get(i).getFloat();
      }
      return values;
    } finally {
      JniUtils.setGradMode(gradients);
    }
  }

  @Override
  public TrainingState state() {
    return new TrainingState(
        step, parameters.toHost(), firstMoments.toHost(), secondMoments.toHost());
  }

  @Override
  public void close() {
    root.close();
  }
}
