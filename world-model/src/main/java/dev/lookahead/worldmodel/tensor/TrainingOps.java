package dev.lookahead.worldmodel.tensor;

import java.util.List;

/**
 * What a training step needs beyond {@link TensorOps}: gradients, and updates in place. Only
 * interpreters that can differentiate offer it.
 *
 * @param <T> the interpreter's tensor
 */
public interface TrainingOps<T> extends TensorOps<T> {

  /**
   * The gradient of a scalar with respect to each parameter; zero where the scalar does not depend
   * on it.
   */
  List<T> gradients(T loss, List<T> parameters);

  /** The Euclidean norm of all elements together, a scalar. */
  T globalNorm(List<T> tensors);

  /** Multiplies every tensor in place with a scalar tensor. */
  void scaleInPlace(List<T> tensors, T factor);

  /**
   * One AdamW update in place of parameters and moments.
   *
   * @param stepCount the number of this step, counted from one, a scalar tensor
   * @param learningRate a scalar tensor
   */
  void adamWInPlace(
      List<T> parameters,
      List<T> gradients,
      List<T> firstMoments,
      List<T> secondMoments,
      T stepCount,
      T learningRate,
      float beta1,
      float beta2,
      float epsilon,
      float weightDecay);

  /** target = target + weight * (source - target), in place; {@code weight} is a scalar tensor. */
  void lerpInPlace(List<T> targets, List<T> sources, T weight);
}
