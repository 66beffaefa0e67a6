package dev.lookahead.worldmodel.tensor;

import java.util.List;

/** A model in training, in an engine's memory. Thread: one, always the same. */
public interface TrainingSession extends AutoCloseable {

  /** A zeroed tensor of a form, to be written and passed to {@link #step}. */
  DeviceTensor allocate(TensorSpec spec);

  /** One optimiser step by the program's first loss. */
  default float[] step(List<DeviceTensor> inputs, float learningRate, float averageMomentum) {
    return step(0, inputs, learningRate, averageMomentum);
  }

  /**
   * One optimiser step: loss, gradient, clip by global norm, AdamW, moving averages.
   *
   * @param loss the number of the loss in the program
   * @param inputs the inputs of the loss, in order
   * @param learningRate for this step
   * @param averageMomentum m in {@code average = m * average + (1 - m) * parameter}, in [0, 1]
   * @return the outputs of the loss before the step, then the gradient's global norm before
   *     clipping
   */
  float[] step(int loss, List<DeviceTensor> inputs, float learningRate, float averageMomentum);

  /** A copy of the state after the last step. */
  TrainingState state();

  @Override
  void close();
}
