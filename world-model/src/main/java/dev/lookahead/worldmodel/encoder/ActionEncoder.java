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
 * @param hidden the extent between the maps; zero hands the standardised actions on as they are, to
 *     a predictor that has its own map for them (V-JEPA 2-AC)
 * @param width the extent of the embedding C; K A if hidden is zero
 */
public record ActionEncoder(Standardizer standardizer, int blockSteps, int hidden, int width) {

  /** Checks the extents. */
  public ActionEncoder {
    if (blockSteps < 1 || hidden < 0 || width < 1) {
      throw new IllegalArgumentException(
          "blockSteps and width are at least 1 and hidden at least 0, got "
              + List.of(blockSteps, width, hidden));
    }
    if (hidden == 0 && width != blockSteps * standardizer.size()) {
      throw new IllegalArgumentException(
          "without a hidden extent the width must be that of an action block, %d, got %d"
              .formatted(blockSteps * standardizer.size(), width));
    }
  }

  /** The number of action axes A. */
  public int actionSize() {
    return standardizer.size();
  }

  /** {@code fc1} and {@code fc2}; nothing without a hidden extent. */
  public List<ParameterSpec> parameters() {
    return hidden == 0 ? List.of() : mlp().parameters();
  }

  /** blocks in raw units [..., K A] to [..., C]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T blocks) {
    T standard = standardizer.apply(ops, blocks);
    return hidden == 0 ? standard : mlp().apply(ops, weights, standard);
  }

  private Mlp mlp() {
    return new Mlp(blockSteps * actionSize(), hidden, width, Activation.SILU);
  }
}
