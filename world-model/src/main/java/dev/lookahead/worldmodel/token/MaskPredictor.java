package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.Rotation;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The narrow predictor of I-JEPA and V-JEPA (Assran et al. 2023, section 3; Bardes et al. 2024): it
 * reads the tokens of the context, and a learned mask token for every place it is asked about, and
 * says what the target encoder would see there.
 *
 * <p>The reference sorts its tokens by place; attention does not care about their order, so here
 * the context simply comes first.
 *
 * @param grid where context and targets stand
 * @param tokenWidth the extent of an encoder's token D
 * @param positions how the predictor learns the places
 * @param maskTokens the number of mask tokens to choose from, one per kind of mask
 * @param blocks what reads the tokens; its width is the predictor's
 */
public record MaskPredictor(
    TokenGrid grid, int tokenWidth, Positions positions, int maskTokens, Transformer blocks) {

  /** Checks the extents. */
  public MaskPredictor {
    if (tokenWidth < 1 || maskTokens < 1) {
      throw new IllegalArgumentException(
          "tokenWidth and maskTokens are at least 1, got " + tokenWidth + " and " + maskTokens);
    }
  }

  /** Half as wide as the tokens, two blocks, one mask token. */
  public static MaskPredictor defaults(TokenEncoder encoder) {
    Positions positions =
        encoder instanceof ImageTransformer ? Positions.SINUSOIDAL : Positions.ROTARY;
    return new MaskPredictor(
        encoder.grid(),
        encoder.width(),
        positions,
        1,
        Transformer.plain(encoder.width() / 2, 2, 3));
  }

  /**
   * {@code input}, {@code mask}, {@code positions}, {@code blocks}, {@code norm}, {@code output}.
   */
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of()
            .add("input.", input().parameters())
            .add(
                ParameterSpec.vector(
                    "mask",
                    Shape.of(maskTokens, blocks.width()),
                    Initializer.truncatedNormal(0.02f)));
    if (positions != Positions.ROTARY) {
      parameters.add("", places().parameters());
    }
    return parameters.add("", blocks.parameters()).add("output.", output().parameters()).list();
  }

  /**
   * Predicts.
   *
   * @param context the tokens of the context encoder, without leading ones [B, n, D]
   * @param contextPlaces where they stand [B, n]
   * @param targetPlaces what to predict [B, m]
   * @param maskToken which mask token asks, below maskTokens; the reference's models answer to 1
   * @return [B, m, D]
   */
  public <T> T apply(
      TensorOps<T> ops,
      Weights<T> weights,
      T context,
      T contextPlaces,
      T targetPlaces,
      int maskToken) {
    Shape asked = ops.shape(targetPlaces);
    T seen = input().apply(ops, weights.under("input."), context);
    T mask = ops.slice(weights.get("mask"), 0, maskToken, maskToken + 1);
    T unseen = ops.expand(mask, asked.size(0), asked.size(1), blocks.width());
    if (positions != Positions.ROTARY) {
      seen = ops.add(seen, places().at(ops, weights, contextPlaces));
      unseen = ops.add(unseen, places().at(ops, weights, targetPlaces));
    }
    T tokens = ops.concat(List.of(seen, unseen), 1);
    T read = blocks.apply(ops, weights, tokens, rotation(ops, contextPlaces, targetPlaces), null);
    int visible = ops.shape(context).size(1);
    T answers = ops.slice(read, 1, visible, visible + asked.size(1));
    return output().apply(ops, weights.under("output."), answers);
  }

  private <T> @Nullable Rotation<T> rotation(TensorOps<T> ops, T context, T target) {
    return positions == Positions.ROTARY
        ? grid.rotations(blocks.headWidth()).at(ops, ops.concat(List.of(context, target), 1))
        : null;
  }

  private PositionTable places() {
    return new PositionTable(grid, blocks.width(), positions == Positions.LEARNED);
  }

  private Linear input() {
    return new Linear(tokenWidth, blocks.width());
  }

  private Linear output() {
    return new Linear(blocks.width(), tokenWidth);
  }
}
