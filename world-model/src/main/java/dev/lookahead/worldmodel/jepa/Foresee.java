package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * The latents that follow from contexts and actions, for measuring predictions against what came.
 *
 * <p>Inputs: contexts [N, T, D]; action blocks in raw units [N, T - 1 + S, K A]; for a model with a
 * latent variable also its values [N, S, width], for a predictor that is told poses those after
 * every block to come [N, S, 7]. Output: predicted latents [N, S, D].
 *
 * @param jepa the model
 * @param count the contexts at once N
 * @param steps how far ahead S, in blocks
 */
record Foresee(Jepa jepa, int count, int steps) implements TensorFunction {

  @Override
  public String name() {
    return "foresee";
  }

  @Override
  public List<TensorSpec> inputs() {
    JepaConfig config = jepa.config();
    int context = config.predictor().contextFrames();
    int block = config.actions().blockSteps() * config.actionSpace().size();
    List<TensorSpec> inputs = new ArrayList<>();
    inputs.add(TensorSpec.floats("contexts", count, context, config.latentWidth()));
    inputs.add(TensorSpec.floats("actions", count, context - 1 + steps, block));
    if (config.latentVariable() != null) {
      inputs.add(TensorSpec.floats("z", count, steps, config.latentVariable().width()));
    }
    if (config.toldPoses()) {
      inputs.add(TensorSpec.floats("reached", count, steps, EndEffector.SIZE));
    }
    return inputs;
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    T blocks = ops.permute(inputs.get(1), 1, 0, 2);
    // A predictor that is told poses goes without a latent variable.
    T more = inputs.size() > 2 ? inputs.get(2) : null;
    boolean told = jepa.config().toldPoses();
    T z = more == null || told ? null : ops.permute(more, 1, 0, 2);
    List<T> predictions =
        new Unroll(jepa, steps).apply(ops, weights, inputs.get(0), blocks, z, told ? more : null);
    return List.of(predictions.size() == 1 ? predictions.get(0) : ops.concat(predictions, 1));
  }
}
