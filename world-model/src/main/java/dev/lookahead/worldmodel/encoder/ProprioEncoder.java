package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * From proprioception in raw units to the tail of a latent. Kept apart from the visual part by
 * concatenation, as in DINO-WM (Zhou et al. 2025), because a goal image says nothing about it: goal
 * distances look at the visual part alone.
 *
 * @param standardizer statistics of the P values in the training split
 * @param hidden the extent between the maps
 * @param width how many latent dimensions it fills
 */
public record ProprioEncoder(Standardizer standardizer, int hidden, int width) {

  /** Checks that every extent is at least one. */
  public ProprioEncoder {
    if (hidden < 1 || width < 1) {
      throw new IllegalArgumentException(
          "hidden and width are at least 1, got " + hidden + " and " + width);
    }
  }

  /** {@code fc1} and {@code fc2}. */
  public List<ParameterSpec> parameters() {
    return mlp().parameters();
  }

  /** values in raw units [..., P] to [..., width]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T values) {
    return mlp().apply(ops, weights, standardizer.apply(ops, values));
  }

  private Mlp mlp() {
    return new Mlp(standardizer.size(), hidden, width, Activation.SILU);
  }
}
