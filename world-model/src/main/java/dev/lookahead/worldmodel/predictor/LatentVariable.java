package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What decides between futures and cannot be seen beforehand: z in Pred(s, a, z) (LeCun 2022, "A
 * path towards autonomous machine intelligence", sections 4.2 and 4.4). One z per step; its
 * embedding joins that of the action, so every {@link Predictor} can have one.
 *
 * <p>z is an input everywhere: inferred from the next latent in training, drawn from the prior to
 * look ahead.
 */
public sealed interface LatentVariable permits CategoricalVariable, GaussianVariable {

  /** The numbers that stand for one z. */
  int width();

  /** How many futures show what there is to expect one step ahead. */
  int telling();

  /**
   * Draws from the prior.
   *
   * @param futures sequences M
   * @param steps their length S
   * @return [M, S, width]
   */
  float[] draw(int futures, int steps, RandomGenerator random);

  /** The embedding's parameters. */
  default List<ParameterSpec> parameters(int actionWidth) {
    return embedding(actionWidth).parameters();
  }

  /** z [..., width] to what joins the embeddings of actions [..., actionWidth]. */
  default <T> T embed(TensorOps<T> ops, Weights<T> weights, T z, int actionWidth) {
    return embedding(actionWidth).apply(ops, weights, z);
  }

  private Linear embedding(int actionWidth) {
    return new Linear(width(), actionWidth);
  }
}
