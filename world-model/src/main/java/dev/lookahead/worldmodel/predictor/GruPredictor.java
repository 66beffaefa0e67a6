package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.layer.Linear;
import dev.lookahead.worldmodel.layer.Parameters;
import dev.lookahead.worldmodel.tensor.Initializer;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * A gated recurrent unit (Cho et al. 2014, eqs. 5 to 8, in PyTorch's form) whose hidden state is
 * the latent and whose input is the action embedding, as in PLDM (Sobal et al. 2025) and eb_jepa:
 * r, u = sigmoid(W a + U z), n = tanh(W a + r * (U z)), z' = (1 - u) n + u z.
 *
 * @param latentWidth the extent of a latent D
 * @param actionWidth the extent of an action embedding C
 * @param outputNorm whether a LayerNorm follows. Without it latents must stay inside (-1, 1), where
 *     tanh can reach them
 */
public record GruPredictor(int latentWidth, int actionWidth, boolean outputNorm)
    implements Predictor {

  /** Checks both extents. */
  public GruPredictor {
    if (latentWidth < 1 || actionWidth < 1) {
      throw new IllegalArgumentException(
          "latentWidth and actionWidth are at least 1, got " + latentWidth + ", " + actionWidth);
    }
  }

  /** Width 96 with a LayerNorm. */
  public static GruPredictor defaults() {
    return new GruPredictor(96, 96, true);
  }

  @Override
  public int contextFrames() {
    return 1;
  }

  @Override
  public List<ParameterSpec> parameters() {
    Parameters parameters =
        Parameters.of()
            .add("input.", input().parameters(Initializer.fanIn(latentWidth)))
            .add("hidden.", hidden().parameters(Initializer.fanIn(latentWidth)));
    if (outputNorm) {
      parameters.add("norm.", norm().parameters());
    }
    return parameters.list();
  }

  /** actions [..., C] to their share of the gates [..., 3 D]: reset, update, new. */
  @Override
  public <T> T condition(TensorOps<T> ops, Weights<T> weights, T actions) {
    return input().apply(ops, weights.under("input."), actions);
  }

  @Override
  public <T> T next(TensorOps<T> ops, Weights<T> weights, T window, T conditions) {
    if (ops.shape(window).size(1) != 1) {
      throw new IllegalArgumentException(
          "a GRU looks back on 1 latent, got " + ops.shape(window).size(1));
    }
    List<T> fromAction = ops.split(conditions, 3, -1);
    List<T> fromState = ops.split(hidden().apply(ops, weights.under("hidden."), window), 3, -1);
    T reset = ops.sigmoid(ops.add(fromAction.get(0), fromState.get(0)));
    T update = ops.sigmoid(ops.add(fromAction.get(1), fromState.get(1)));
    T fresh = ops.tanh(ops.add(fromAction.get(2), ops.mul(reset, fromState.get(2))));
    T next = ops.add(fresh, ops.mul(update, ops.sub(window, fresh)));
    return outputNorm ? norm().apply(ops, weights.under("norm."), next) : next;
  }

  private Linear input() {
    return new Linear(actionWidth, 3 * latentWidth);
  }

  private Linear hidden() {
    return new Linear(latentWidth, 3 * latentWidth);
  }

  private LayerNorm norm() {
    return new LayerNorm(latentWidth, LayerNorm.EPSILON);
  }
}
