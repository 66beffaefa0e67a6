package dev.lookahead.worldmodel.training;

import dev.lookahead.worldmodel.tensor.DeviceTensor;
import dev.lookahead.worldmodel.tensor.ParameterSet;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.TrainingProgram;
import dev.lookahead.worldmodel.tensor.TrainingState;
import java.util.List;
import java.util.function.Function;

/**
 * What a {@link TrainingLoop} trains: an objective and the data it is for. Clips of robots for a
 * world model, pictures with masks for an encoder.
 *
 * @param <B> a batch in host memory, allocated once and refilled
 */
public interface TrainingTask<B> {

  /** How long and how fast. */
  TrainingPlan plan();

  /** What a step computes. */
  TrainingProgram program();

  /** Parameters before the first step; the same every time. */
  ParameterSet initialize();

  /** How many episodes or pictures are trained on. */
  int trainingItems();

  /** How many are held out. */
  int validationItems();

  /** An empty batch. */
  B allocate();

  /** Fills a batch for a step, always the same way; called on another thread than the rest. */
  void fill(B batch, long step);

  /** Room for the inputs of the losses in an engine's memory. */
  StepInputs<B> inputs(Function<TensorSpec, DeviceTensor> allocate);

  /** Losses and the spread of latents on what is held out; the same samples every time. */
  TrainingEvent.Validated validate(TrainingState state);

  /** What to change about a run whose latents collapsed. */
  String collapseAdvice();

  /**
   * The inputs of a step in an engine's memory.
   *
   * @param <B> a batch in host memory
   */
  interface StepInputs<B> {

    /**
     * Replaces the content.
     *
     * @return the number of the program's loss that the batch is for
     */
    int fill(B batch, long step);

    /** The inputs of one of the program's losses, in order. */
    List<DeviceTensor> tensors(int loss);
  }
}
