package dev.lookahead.worldmodel.actionconditioned;

import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * What is seen after each of some steps.
 *
 * <p>Inputs: tokens [B, T, patches, D], actions [B, T, A], states [B, T, A], and for a model that
 * is told where the camera stands [B, T, A - 1]. Output: tokens [B, T, patches, D].
 *
 * @param predictor the model
 * @param prefix of its parameters
 * @param batch the rows at once B
 * @param steps T
 */
public record PredictTokens(FrameCausalPredictor predictor, String prefix, int batch, int steps)
    implements TensorFunction {

  @Override
  public String name() {
    return "predict_tokens";
  }

  @Override
  public List<TensorSpec> inputs() {
    int patches = predictor.picture().tokens();
    int signal = predictor.actionWidth();
    List<TensorSpec> inputs = new ArrayList<>();
    inputs.add(TensorSpec.floats("tokens", batch, steps, patches, predictor.tokenWidth()));
    inputs.add(TensorSpec.floats("actions", batch, steps, signal));
    inputs.add(TensorSpec.floats("states", batch, steps, signal));
    if (predictor.extrinsics()) {
      inputs.add(TensorSpec.floats("cameras", batch, steps, signal - 1));
    }
    return inputs;
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T cameras = inputs.size() > 3 ? inputs.get(3) : null;
    return List.of(
        predictor.apply(
            ops, weights.under(prefix), inputs.get(0), inputs.get(1), inputs.get(2), cameras));
  }
}
