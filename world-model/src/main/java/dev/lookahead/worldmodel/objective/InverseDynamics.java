package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Recovers the action block between two frames from their latents, so that latents keep what
 * actions change (Sobal et al. 2025, PLDM, L_IDM; Pathak et al. 2017, eq. 2). Used in training
 * only.
 *
 * @param latentWidth the extent of a latent D
 * @param hidden the extent of the hidden layer
 * @param blockWidth K A, the numbers of one action block
 */
public record InverseDynamics(int latentWidth, int hidden, int blockWidth) {

  /** {@code fc1} and {@code fc2}. */
  public List<ParameterSpec> parameters() {
    return mlp().parameters();
  }

  /**
   * The mean squared error.
   *
   * @param latents [B, F, D]
   * @param blocks standardised [B, F - 1, K A]
   */
  public <T> T loss(TensorOps<T> ops, Weights<T> weights, T latents, T blocks) {
    int frames = ops.shape(latents).size(1);
    T pairs =
        ops.concat(
            List.of(ops.slice(latents, 1, 0, frames - 1), ops.slice(latents, 1, 1, frames)), -1);
    return PredictionLoss.L2.apply(ops, mlp().apply(ops, weights, pairs), blocks);
  }

  private Mlp mlp() {
    return new Mlp(2 * latentWidth, hidden, blockWidth, Activation.GELU);
  }
}
