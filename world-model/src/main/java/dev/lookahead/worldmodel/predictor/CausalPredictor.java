package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.AdaLnBlock;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.layer.Modulation;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * A causal transformer over the last T latents, each steered by the action that follows it through
 * adaLN (Maes et al. 2026, LeWM, section 3; Peebles and Xie 2023). With T = 1 it is a residual MLP:
 * attention over one latent needs no queries and keys.
 *
 * @param contextFrames the latents it looks back on T
 * @param latentWidth the extent of a latent D
 * @param actionWidth the extent of an action embedding C
 * @param width the extent of a token; an affine map leads in if it differs from D
 * @param depth the number of blocks
 * @param heads the attention heads
 * @param headWidth the extent of one head
 * @param mlpWidth the hidden extent of each MLP
 * @param renormalize whether a learned LayerNorm follows each modulation, as in LeWM
 * @param outputHidden the hidden extent of the MLP that leads out, zero for an affine map
 * @param residual whether the change of the latent is predicted instead of the latent
 */
public record CausalPredictor(
    int contextFrames,
    int latentWidth,
    int actionWidth,
    int width,
    int depth,
    int heads,
    int headWidth,
    int mlpWidth,
    boolean renormalize,
    int outputHidden,
    boolean residual)
    implements Predictor {

  private static final float NEVER = -1e9f;
  private static final float FINAL_EPSILON = 1e-5f;

  /** Checks that every extent is at least one (outputHidden: zero). */
  public CausalPredictor {
    List<Integer> extents =
        List.of(contextFrames, latentWidth, actionWidth, width, depth, heads, headWidth, mlpWidth);
    if (extents.stream().anyMatch(extent -> extent < 1) || outputHidden < 0) {
      throw new IllegalArgumentException(
          "contextFrames, latentWidth, actionWidth, width, depth, heads, headWidth and mlpWidth are"
              + " at least 1 and outputHidden at least 0, got "
              + extents
              + " and "
              + outputHidden);
    }
  }

  /** Context of one, width 96, three blocks. */
  public static CausalPredictor defaults() {
    return new CausalPredictor(1, 96, 96, 96, 3, 4, 24, 384, false, 0, true);
  }

  @Override
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of();
    if (width != latentWidth) {
      parameters.add("input.", input().parameters());
    }
    parameters
        .add(
            ParameterSpec.vector(
                "positions", Shape.of(contextFrames, width), Initializer.truncatedNormal(0.02f)))
        .add("modulation.", modulation().parameters());
    for (int i = 0; i < depth; i++) {
      parameters.add("blocks." + i + ".", block().parameters());
    }
    return parameters
        .add("norm.", norm().parameters())
        .add("output.", outputHidden == 0 ? affine().parameters() : output().parameters())
        .list();
  }

  @Override
  public <T> T condition(TensorOps<T> ops, Weights<T> weights, T actions) {
    return modulation().apply(ops, weights.under("modulation."), actions);
  }

  @Override
  public <T> T next(TensorOps<T> ops, Weights<T> weights, T window, T conditions) {
    int length = ops.shape(window).size(1);
    if (length > contextFrames) {
      throw new IllegalArgumentException(
          "this predictor looks back on " + contextFrames + " latents, got " + length);
    }
    T x = width == latentWidth ? window : input().apply(ops, weights.under("input."), window);
    T positions = weights.get("positions");
    x = ops.add(x, length == contextFrames ? positions : ops.slice(positions, 0, 0, length));
    T mask = length == 1 ? null : ops.constant(causalMask(length));
    List<T> modulations = ops.split(conditions, depth, -1);
    for (int i = 0; i < depth; i++) {
      Weights<T> blockWeights = weights.under("blocks." + i + ".");
      x = block().apply(ops, blockWeights, x, modulations.get(i), mask);
    }
    T normed = norm().apply(ops, weights.under("norm."), x);
    Weights<T> outputWeights = weights.under("output.");
    T predicted =
        outputHidden == 0
            ? affine().apply(ops, outputWeights, normed)
            : output().apply(ops, outputWeights, normed);
    return residual ? ops.add(window, predicted) : predicted;
  }

  private static HostTensor causalMask(int length) {
    float[] mask = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = query + 1; key < length; key++) {
        mask[query * length + key] = NEVER;
      }
    }
    return HostTensor.owning(Shape.of(length, length), mask);
  }

  private Linear input() {
    return new Linear(latentWidth, width);
  }

  private Modulation modulation() {
    return new Modulation(actionWidth, width, depth);
  }

  private AdaLnBlock block() {
    return new AdaLnBlock(width, heads, headWidth, mlpWidth, renormalize);
  }

  private LayerNorm norm() {
    return new LayerNorm(width, FINAL_EPSILON);
  }

  private Linear affine() {
    return new Linear(width, latentWidth);
  }

  private Mlp output() {
    return new Mlp(width, outputHidden, latentWidth, Activation.GELU);
  }
}
