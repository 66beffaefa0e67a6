package dev.lookahead.worldmodel.layer;

import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transformer block steered by a condition (Peebles and Xie 2023, DiT, section 3.2, adaLN-zero):
 * the condition scales and shifts the normalised input of attention and MLP and gates what they
 * add.
 *
 * <p>The six modulations are an input, because they do not depend on x: whoever rolls out computes
 * them for all steps at once. The scale is used as it comes, where the paper uses one plus it:
 * {@link Modulation} starts it at one.
 *
 * @param width the extent of the last axis
 * @param heads the number of heads
 * @param headWidth the extent of one head
 * @param mlpWidth the hidden extent of the MLP
 * @param renormalize whether a second, learned LayerNorm follows each modulation, as in LeWM (Maes
 *     et al. 2026)
 */
public record AdaLnBlock(int width, int heads, int headWidth, int mlpWidth, boolean renormalize) {

  private static final float LEARNED_EPSILON = 1e-5f;

  /** {@code attention}, {@code mlp} and, if renormalised, {@code norm1} and {@code norm2}. */
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of().add("attention.", attention().parameters()).add("mlp.", mlp().parameters());
    if (renormalize) {
      parameters.add("norm1.", norm().parameters()).add("norm2.", norm().parameters());
    }
    return parameters.list();
  }

  /**
   * One block.
   *
   * @param x [B, n, width], or [B, width] for a sequence of one
   * @param modulation the shape of x with 6 width last: shift, scale, gate of the attention, then
   *     of the MLP; its leading axes may broadcast x
   * @param mask of the attention
   * @return the broadcast shape of x and one modulation
   */
  public <T> T apply(TensorOps<T> ops, Weights<T> weights, T x, T modulation, @Nullable T mask) {
    List<T> parts = ops.split(modulation, 6, -1);
    T forAttention = modulate(ops, weights, "norm1.", x, parts.get(0), parts.get(1));
    T attention = attention().apply(ops, weights.under("attention."), forAttention, mask);
    T attended = ops.add(x, ops.mul(attention, parts.get(2)));
    T forMlp = modulate(ops, weights, "norm2.", attended, parts.get(3), parts.get(4));
    T mlp = mlp().apply(ops, weights.under("mlp."), forMlp);
    return ops.add(attended, ops.mul(mlp, parts.get(5)));
  }

  private <T> T modulate(TensorOps<T> ops, Weights<T> weights, String norm, T x, T shift, T scale) {
    T normed = ops.layerNorm(x, null, null, LayerNorm.EPSILON);
    T modulated = ops.add(ops.mul(normed, scale), shift);
    return renormalize ? norm().apply(ops, weights.under(norm), modulated) : modulated;
  }

  private LayerNorm norm() {
    return new LayerNorm(width, LEARNED_EPSILON);
  }

  private SelfAttention attention() {
    return new SelfAttention(width, heads, headWidth);
  }

  private Mlp mlp() {
    return new Mlp(width, mlpWidth, width, Activation.GELU);
  }
}
