package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.predictor.CategoricalVariable;
import dev.lookahead.worldmodel.predictor.GaussianVariable;
import dev.lookahead.worldmodel.predictor.LatentVariable;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Infers z of every transition of a clip from what came, and what that costs.
 *
 * <p>A categorical z is the code whose prediction fits best, z = argmin_k E(x, y, k): predicting
 * with it minimises min_k E, the loss of multiple choice learning (Guzman-Rivera et al. 2012). Its
 * cost is the mean of E over all codes: with a small weight it keeps every code near what happens
 * also where it never wins (relaxed winner-takes-all, Rupprecht et al. 2017).
 *
 * <p>A Gaussian z is drawn from a posterior q(z | x, a, y) by z = mean + std noise (Kingma and
 * Welling 2014, section 2.4). Its cost is KL(q || N(0, I)), their appendix B, in nats.
 *
 * @param jepa a model with a latent variable
 * @param loss the energy E(x, y, z): how prediction and target are compared
 */
record LatentInference(Jepa jepa, PredictionLoss loss) {

  static final String POSTERIOR = "posterior.";

  /** A difference of energies that counts as one, times this, is beyond what exp can see. */
  private static final float DECIDED = 1e6f;

  private static final float MAX_LOG_VARIANCE = 8f;

  /** What was inferred: z [B, F - 1, width], and its cost, a scalar. */
  record Inferred<T>(T z, T cost) {}

  /** Refuses a weight on the cost of what a model does not have, or does not have for nothing. */
  static void requireCost(Jepa jepa, float weight) {
    LatentVariable variable = jepa.config().latentVariable();
    boolean free = weight == 0;
    if (variable == null ? !free : free && variable instanceof GaussianVariable) {
      throw new IllegalArgumentException(
          "the weight of latentVariable is 0 for a model without a latent variable and above 0 for"
              + " a Gaussian one, got "
              + weight
              + " and "
              + variable);
    }
  }

  /** Those of a Gaussian's posterior, under {@link #POSTERIOR}; used in training only. */
  List<ParameterSpec> parameters() {
    return variable() instanceof GaussianVariable gaussian
        ? posterior(gaussian).parameters()
        : List.of();
  }

  /**
   * Infers.
   *
   * @param latents [B, F, D]
   * @param targets [B, F, D]
   * @param blocks in raw units [B, F - 1, K A]
   * @param noise standard normal [B, F - 1, width]; null exactly for a categorical z
   */
  <T> Inferred<T> infer(
      TensorOps<T> ops, Weights<T> weights, T latents, T targets, T blocks, @Nullable T noise) {
    int frames = ops.shape(latents).size(1);
    T from = ops.slice(latents, 1, 0, frames - 1);
    T to = ops.slice(targets, 1, 1, frames);
    if (variable() instanceof CategoricalVariable categorical) {
      return best(ops, weights, categorical.codes(), from, to, blocks);
    }
    if (noise == null) {
      throw new IllegalArgumentException("a Gaussian latent variable needs noise, got none");
    }
    return drawn(ops, weights.under(POSTERIOR), from, to, blocks, noise);
  }

  private <T> Inferred<T> best(
      TensorOps<T> ops, Weights<T> weights, int codes, T from, T to, T blocks) {
    Shape shape = ops.shape(from);
    int count = shape.size(0) * shape.size(1);
    T window = ops.reshape(from, count, 1, shape.last());
    T target = ops.reshape(to, count, 1, shape.last());
    T actions = ops.reshape(blocks, count, 1, ops.shape(blocks).last());
    List<T> perCode = new ArrayList<>();
    for (int code = 0; code < codes; code++) {
      float[] one = new float[codes];
      one[code] = 1;
      T z = ops.constant(HostTensor.owning(Shape.of(1, 1, codes), one));
      T next = jepa.next(ops, weights, window, jepa.conditions(ops, weights, actions, z, null));
      T energy = ops.mean(loss.each(ops, next, target), false, -1);
      perCode.add(ops.reshape(energy, count, 1));
    }
    T energies = ops.concat(perCode, -1);
    T least = perCode.get(0);
    for (T other : perCode.subList(1, codes)) {
      least = ops.sub(least, ops.relu(ops.sub(least, other)));
    }
    T winner = ops.softmax(ops.mul(ops.sub(energies, least), -DECIDED), -1);
    return new Inferred<>(
        ops.reshape(ops.stopGradient(winner), shape.size(0), shape.size(1), codes),
        PredictionLoss.mean(ops, energies));
  }

  private <T> Inferred<T> drawn(
      TensorOps<T> ops, Weights<T> posterior, T from, T to, T blocks, T noise) {
    T actions = jepa.config().actions().standardizer().apply(ops, blocks);
    T seen = ops.concat(List.of(from, to, actions), -1);
    List<T> moments =
        ops.split(posterior((GaussianVariable) variable()).apply(ops, posterior, seen), 2, -1);
    T mean = moments.get(0);
    T logVariance = ops.clamp(moments.get(1), -MAX_LOG_VARIANCE, MAX_LOG_VARIANCE);
    T std = ops.exp(ops.mul(logVariance, 0.5f));
    T nats = ops.sub(ops.add(ops.square(mean), ops.exp(logVariance)), ops.add(logVariance, 1f));
    T divergence = ops.mul(ops.sum(nats, false, -1), 0.5f);
    return new Inferred<>(ops.add(mean, ops.mul(std, noise)), PredictionLoss.mean(ops, divergence));
  }

  private LatentVariable variable() {
    LatentVariable variable = jepa.config().latentVariable();
    if (variable == null) {
      throw new IllegalStateException("this model has no latent variable to infer");
    }
    return variable;
  }

  private Mlp posterior(GaussianVariable gaussian) {
    int latent = jepa.config().latentWidth();
    int block = jepa.config().actions().blockSteps() * jepa.config().actionSpace().size();
    return new Mlp(2 * latent + block, 2 * latent, 2 * gaussian.size(), Activation.GELU);
  }
}
