package dev.lookahead.worldmodel.encoder;

import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.layer.Standardizer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * From a block of K actions in raw units to one embedding: standardised per action axis, then
 * affine, SiLU, affine (the embedder of LeWM, whose 1x1 convolution folds into the first map).
 *
 * @param standardizer statistics of the A action axes in the training split
 * @param blockSteps the actions of one block K
 * @param hidden the extent between the maps
 * @param width the extent of the embedding C
 */
public record ActionEncoder(Standardizer standardizer, int blockSteps, int hidden, int width) {

  /** Checks that every extent is at least one. */
  public ActionEncoder {
    if (blockSteps < 1 || hidden < 1 || width < 1) {
      throw new IllegalArgumentException(
          "blockSteps, hidden and width are at least 1, got " + List.of(blockSteps, hidden, width));
    }
  }

  /** The number of action axes A. */
  public int actionSize() {
    return standardizer.size();
  }

  /** {@code fc1} and {@code fc2}. */
  public List<ParameterSpec> parameters() {
    return mlp().parameters();
  }

  /** blocks in raw units [..., K A] to [..., C]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T blocks) {
    return mlp().apply(ops, weights, standardizer.apply(ops, blocks));
  }

  private Mlp mlp() {
    return new Mlp(blockSteps * actionSize(), hidden, width, Activation.SILU);
  }
}
