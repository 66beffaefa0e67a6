package dev.lookahead.worldmodel.tensor;

import java.util.List;

/**
 * A computation written once for every interpreter: fixed input forms in, tensors out. Pure: the
 * outputs depend on inputs and weights alone; random numbers are inputs.
 */
public interface TensorFunction {

  /** A name that is unique in a session: letters, digits and underscores. */
  String name();

  /** The inputs in order. */
  List<TensorSpec> inputs();

  /**
   * The computation.
   *
   * @param inputs one tensor per declared input
   * @return at least one output
   */
  <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs);
}
