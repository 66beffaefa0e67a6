package dev.lookahead.worldmodel.tensor;

import java.util.List;

/**
 * Functions ready to run with fixed parameter values. Every call runs in a memory scope of its own:
 * nothing but the returned tensors outlives it. Thread: one at a time.
 */
public interface TensorSession extends AutoCloseable {

  /** A zeroed tensor of a form, to be written and passed to {@link #run}. */
  DeviceTensor allocate(TensorSpec spec);

  /**
   * Runs one function.
   *
   * @param function its name
   * @param inputs one tensor per declared input, of the declared shape and type
   * @return its outputs, owned by the caller
   * @throws IllegalArgumentException if the function is unknown or the inputs do not fit
   */
  List<DeviceTensor> run(String function, List<DeviceTensor> inputs);

  @Override
  void close();
}
