package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equal {@link TransformerBlock}s one after another and a LayerNorm behind them.
 *
 * @param width the extent of a token
 * @param depth the number of blocks
 * @param heads the attention heads, a divisor of width
 * @param mlpWidth the hidden extent of each MLP
 * @param gated whether the MLPs are {@link GatedMlp}s instead of GELU ones
 * @param layerScale the first value of the gains of LayerScale, zero for none
 * @param epsilon of every LayerNorm, positive
 */
public record Transformer(
    int width, int depth, int heads, int mlpWidth, boolean gated, float layerScale, float epsilon) {

  /** Checks the extents. */
  public Transformer {
    if (width < 1 || heads < 1 || width % heads != 0) {
      throw new IllegalArgumentException("heads must divide width, got " + heads + " for " + width);
    }
    if (depth < 1 || mlpWidth < 1) {
      throw new IllegalArgumentException(
          "depth and mlpWidth are at least 1, got " + depth + " and " + mlpWidth);
    }
    if (!(layerScale >= 0) || !(epsilon > 0)) {
      throw new IllegalArgumentException(
          "layerScale is at least 0 and epsilon positive, got " + layerScale + " and " + epsilon);
    }
  }

  /** One with GELU, MLPs four times as wide and no gains. */
  public static Transformer plain(int width, int depth, int heads) {
    return new Transformer(width, depth, heads, 4 * width, false, 0, LayerNorm.EPSILON);
  }

  /** {@code blocks.0} and so on, {@code norm}. */
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of();
    for (int i = 0; i < depth; i++) {
      parameters.add("blocks." + i + ".", block().parameters());
    }
    return parameters.add("norm.", norm().parameters()).list();
  }

  /**
   * All blocks and the norm.
   *
   * @param x [B, n, width]
   * @param rotation of queries and keys in every block; none if null
   * @param mask of the attention in every block; none if null
   * @return the shape of x
   */
  public <T> T apply(
      TensorOps<T> ops, Weights<T> weights, T x, @Nullable Rotation<T> rotation, @Nullable T mask) {
    T tokens = x;
    for (int i = 0; i < depth; i++) {
      tokens = block().apply(ops, weights.under("blocks." + i + "."), tokens, rotation, mask);
    }
    return norm().apply(ops, weights.under("norm."), tokens);
  }

  /**
   * All blocks and the norm, on tokens that see earlier ones as well.
   *
   * @param x [B, n, width]
   * @param rotation of queries and keys in every block; none if null
   * @param mask of the attention in every block [n, m + n] of m earlier tokens; none if null
   * @param earlier what the m earlier tokens offer in each block, as this method returned it; empty
   *     if there are none
   * @return the shape of x, and what all tokens offer to later ones
   */
  public <T> Continued<T> continued(
      TensorOps<T> ops,
      Weights<T> weights,
      T x,
      @Nullable Rotation<T> rotation,
      @Nullable T mask,
      List<KeyValues<T>> earlier) {
    T tokens = x;
    List<KeyValues<T>> offered = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      KeyValues<T> before = earlier.isEmpty() ? null : earlier.get(i);
      Weights<T> own = weights.under("blocks." + i + ".");
      Attended<T> attended = block().apply(ops, own, tokens, rotation, mask, before);
      tokens = attended.tokens();
      offered.add(attended.offered());
    }
    return new Continued<>(norm().apply(ops, weights.under("norm."), tokens), offered);
  }

  /**
   * Tokens read, and what all tokens so far offer to later ones.
   *
   * @param tokens [B, n, width]
   * @param offered in each block
   */
  public record Continued<T>(T tokens, List<KeyValues<T>> offered) {

    /** Copies the list. */
    public Continued {
      offered = List.copyOf(offered);
    }
  }

  /** The extent of one head. */
  public int headWidth() {
    return width / heads;
  }

  private TransformerBlock block() {
    FeedForward mlp =
        gated ? new GatedMlp(width, mlpWidth) : new Mlp(width, mlpWidth, width, Activation.GELU);
    return new TransformerBlock(width, heads, mlp, epsilon, layerScale);
  }

  private LayerNorm norm() {
    return new LayerNorm(width, epsilon);
  }
}
