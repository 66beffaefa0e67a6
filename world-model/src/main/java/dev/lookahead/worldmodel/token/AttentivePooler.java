package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.layer.Activation;
import dev.lookahead.worldmodel.layer.CrossAttention;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Mlp;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.layer.TransformerBlock;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * All tokens as one vector: blocks of self-attention, then a learned query that attends to them
 * (Bardes et al. 2024, V-JEPA, section 3.2; four layers in V-JEPA 2, the query's one of them).
 *
 * @param width the extent of a token and of the result
 * @param depth the blocks of self-attention, may be zero
 * @param heads the attention heads, a divisor of width
 * @param mlpWidth the hidden extent of each MLP
 * @param epsilon of every LayerNorm, positive
 */
public record AttentivePooler(int width, int depth, int heads, int mlpWidth, float epsilon) {

  /** Checks the extents. */
  public AttentivePooler {
    if (heads < 1 || width < 1 || width % heads != 0) {
      throw new IllegalArgumentException("heads must divide width, got " + heads + " for " + width);
    }
    if (depth < 0 || mlpWidth < 1 || !(epsilon > 0)) {
      throw new IllegalArgumentException(
          "depth is at least 0, mlpWidth at least 1 and epsilon positive, got "
              + List.of(depth, mlpWidth, epsilon));
    }
  }

  /**
   * {@code blocks}, {@code query}, {@code cross.norm1}, {@code .attention}, {@code .norm2}, {@code
   * .mlp}.
   */
  public List<ParameterSpec> parameters() {
    Parameters parameters = Parameters.of();
    for (int i = 0; i < depth; i++) {
      parameters.add("blocks." + i + ".", block().parameters());
    }
    return parameters
        .add(
            ParameterSpec.vector(
                "query", Shape.of(1, 1, width), Initializer.truncatedNormal(0.02f)))
        .add("cross.norm1.", norm().parameters())
        .add("cross.attention.", attention().parameters())
        .add("cross.norm2.", norm().parameters())
        .add("cross.mlp.", mlp().parameters())
        .list();
  }

  /** tokens [B, n, width] to [B, width]. */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T tokens) {
    int batch = ops.shape(tokens).size(0);
    T read = tokens;
    for (int i = 0; i < depth; i++) {
      read = block().apply(ops, weights.under("blocks." + i + "."), read);
    }
    Weights<T> cross = weights.under("cross.");
    T normed = norm().apply(ops, cross.under("norm1."), read);
    T query = ops.expand(weights.get("query"), batch, 1, width);
    T found = attention().apply(ops, cross.under("attention."), query, normed);
    T pooled = ops.add(query, found);
    T thought =
        mlp().apply(ops, cross.under("mlp."), norm().apply(ops, cross.under("norm2."), pooled));
    return ops.reshape(ops.add(pooled, thought), batch, width);
  }

  private TransformerBlock block() {
    return new TransformerBlock(width, heads, mlpWidth, epsilon);
  }

  private LayerNorm norm() {
    return new LayerNorm(width, epsilon);
  }

  private CrossAttention attention() {
    return new CrossAttention(width, heads);
  }

  private Mlp mlp() {
    return new Mlp(width, mlpWidth, width, Activation.GELU);
  }
}
