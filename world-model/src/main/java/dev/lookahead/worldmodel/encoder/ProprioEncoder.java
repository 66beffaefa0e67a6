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
 * @param hidden the extent between the maps; zero hands the standardised values on as they are
 * @param width how many latent dimensions it fills; P if hidden is zero
 */
public record ProprioEncoder(Standardizer standardizer, int hidden, int width) {

  /** Checks the extents. */
  public ProprioEncoder {
    if (hidden < 0 || width < 1) {
      throw new IllegalArgumentException(
          "hidden is at least 0 and width at least 1, got " + hidden + " and " + width);
    }
    if (hidden == 0 && width != standardizer.size()) {
      throw new IllegalArgumentException(
          "without a hidden extent the width must be the number of values, %d, got %d"
              .formatted(standardizer.size(), width));
    }
  }

  /** {@code fc1} and {@code fc2}; nothing without a hidden extent. */
  public List<ParameterSpec> parameters() {
    return hidden == 0 ? List.of() : mlp().parameters();
  }

  /** values in raw units [..., P] to [..., width]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T values) {
    T standard = standardizer.apply(ops, values);
    return hidden == 0 ? standard : mlp().apply(ops, weights, standard);
  }

  private Mlp mlp() {
    return new Mlp(standardizer.size(), hidden, width, Activation.SILU);
  }
}
