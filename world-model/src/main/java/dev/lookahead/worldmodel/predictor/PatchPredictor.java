package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.Rotation;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import dev.lookahead.worldmodel.token.TokenGrid;
import dev.lookahead.worldmodel.token.TokenGroups;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dynamics of patch tokens (Assran et al. 2025, V-JEPA 2-AC, section 3.1; Zhou et al. 2025,
 * DINO-WM, section 3.2): a transformer over the tokens of the last T frames, with one token for the
 * action that follows each frame and, for a robot that feels, one for its state. A token sees its
 * own frame and those before it; positions are rotary in time and space, in time alone for actions
 * and states.
 *
 * <p>A latent is what {@link dev.lookahead.worldmodel.encoder.PatchEncoder} gives, all patches one
 * after another [rows columns tokenWidth], and behind them the embedding of proprioception. Of the
 * published predictor it differs in three ways: the state is predicted, not given; what is
 * predicted can be the change; and the window of T frames moves along in a rollout.
 *
 * @param contextFrames the frames it looks back on T
 * @param rows of patches
 * @param columns of patches
 * @param tokenWidth the extent of an encoder's token E
 * @param stateWidth the extent of the proprioceptive part of a latent, zero for none
 * @param actionWidth the extent of an action embedding C
 * @param width the extent of a token here
 * @param depth the number of blocks
 * @param heads the attention heads, a divisor of width; at least 6 channels each, an even number
 * @param residual whether the change of each token is predicted instead of the token
 * @param normalizeTokens whether predicted tokens end in a LayerNorm without parameters, as those
 *     of the encoder do
 */
public record PatchPredictor(
    int contextFrames,
    int rows,
    int columns,
    int tokenWidth,
    int stateWidth,
    int actionWidth,
    int width,
    int depth,
    int heads,
    boolean residual,
    boolean normalizeTokens)
    implements Predictor {

  /** Checks the extents. */
  public PatchPredictor {
    List<Integer> extents =
        List.of(contextFrames, rows, columns, tokenWidth, actionWidth, width, depth, heads);
    if (extents.stream().anyMatch(extent -> extent < 1) || stateWidth < 0) {
      throw new IllegalArgumentException(
          "contextFrames, rows, columns, tokenWidth, actionWidth, width, depth and heads are at"
              + " least 1 and stateWidth at least 0, got %s and %d".formatted(extents, stateWidth));
    }
    if (width % heads != 0 || width / heads < 6 || width / heads % 2 != 0) {
      throw new IllegalArgumentException(
          "heads must divide width into an even number of at least 6 channels, got %d for %d"
              .formatted(heads, width));
    }
  }

  @Override
  public int latentWidth() {
    return patches() * tokenWidth + stateWidth;
  }

  private int patches() {
    return rows * columns;
  }

  /** The tokens of one frame: the action, the state if there is one, the patches. */
  private TokenGroups groups() {
    return new TokenGroups(stateWidth > 0 ? 2 : 1, TokenGrid.picture(rows, columns));
  }

  @Override
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of()
            .add("action.", new Linear(actionWidth, width).parameters())
            .add("input.", new Linear(tokenWidth, width).parameters())
            .add("body.", body().parameters())
            .add("output.", new Linear(width, tokenWidth).parameters());
    if (stateWidth > 0) {
      parameters
          .add("state.", new Linear(stateWidth, width).parameters())
          .add("stateOutput.", new Linear(width, stateWidth).parameters());
    }
    return parameters.list();
  }

  /** The action's token [..., width]. */
  @Override
  public <T> T condition(TensorOps<T> ops, Weights<T> weights, T actions) {
    return new Linear(actionWidth, width).apply(ops, weights.under("action."), actions);
  }

  @Override
  public <T> T next(TensorOps<T> ops, Weights<T> weights, T window, T conditions) {
    int batch = ops.shape(conditions).size(0);
    int frames = ops.shape(window).size(1);
    if (frames > contextFrames) {
      throw new IllegalArgumentException(
          "this predictor looks back on " + contextFrames + " latents, got " + frames);
    }
    T patches =
        ops.reshape(
            stateWidth == 0 ? window : ops.slice(window, -1, 0, patches() * tokenWidth),
            ops.shape(window).size(0),
            frames,
            patches(),
            tokenWidth);
    T state =
        stateWidth == 0
            ? null
            : ops.slice(window, -1, patches() * tokenWidth, patches() * tokenWidth + stateWidth);
    T tokens = tokens(ops, weights, patches, state, conditions);
    T mask = frames == 1 ? null : ops.constant(groups().causalMask(frames));
    Rotation<T> rotation = groups().rotations(width / heads, frames).all(ops);
    T seen = body().apply(ops, weights.under("body."), tokens, rotation, mask);
    T byFrame = ops.reshape(seen, batch, frames, groups().size(), width);
    T predicted = patchesAfter(ops, weights, patches, byFrame);
    return state == null
        ? predicted
        : ops.concat(List.of(predicted, stateAfter(ops, weights, state, byFrame)), -1);
  }

  /** All tokens of all frames [B, frames groupSize, width]. */
  private <T> T tokens(
      TensorOps<T> ops, Weights<T> weights, T patches, @Nullable T state, T conditions) {
    Shape shape = ops.shape(conditions);
    int batch = shape.size(0);
    int frames = shape.size(1);
    T embedded = new Linear(tokenWidth, width).apply(ops, weights.under("input."), patches);
    List<T> parts = new ArrayList<>();
    parts.add(ops.reshape(conditions, batch, frames, 1, width));
    if (state != null) {
      T felt = new Linear(stateWidth, width).apply(ops, weights.under("state."), state);
      T one = ops.reshape(felt, ops.shape(felt).size(0), frames, 1, width);
      parts.add(ops.expand(one, batch, frames, 1, width));
    }
    parts.add(ops.expand(embedded, batch, frames, patches(), width));
    return ops.reshape(ops.concat(parts, 2), batch, frames * groups().size(), width);
  }

  private <T> T patchesAfter(TensorOps<T> ops, Weights<T> weights, T patches, T byFrame) {
    Shape shape = ops.shape(byFrame);
    T own = ops.slice(byFrame, 2, groups().leading(), groups().size());
    T out = new Linear(width, tokenWidth).apply(ops, weights.under("output."), own);
    T changed = residual ? ops.add(patches, out) : out;
    T tokens =
        normalizeTokens ? ops.layerNorm(changed, null, null, LayerNorm.PYTORCH_EPSILON) : changed;
    return ops.reshape(tokens, shape.size(0), shape.size(1), patches() * tokenWidth);
  }

  private <T> T stateAfter(TensorOps<T> ops, Weights<T> weights, T state, T byFrame) {
    Shape shape = ops.shape(byFrame);
    T own = ops.reshape(ops.slice(byFrame, 2, 1, 2), shape.size(0), shape.size(1), width);
    T out = new Linear(width, stateWidth).apply(ops, weights.under("stateOutput."), own);
    return residual ? ops.add(state, out) : out;
  }

  private Transformer body() {
    return Transformer.plain(width, depth, heads);
  }
}
