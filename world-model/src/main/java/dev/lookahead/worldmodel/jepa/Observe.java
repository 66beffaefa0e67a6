package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * What a planning call does once: encodes the T context frames and the goal frame behind them in
 * one batch.
 *
 * <p>Inputs: frames uint8 [T + 1, height, width, 3]; for a model with proprioception also its
 * values [T + 1, P], of which the goal's row does not matter. Outputs: the context [T, D], the goal
 * [goalWidth], and the distance from now to the goal [1].
 *
 * @param jepa the model
 * @param cost how far a latent is from a goal
 */
record Observe(Jepa jepa, GoalCost cost) implements TensorFunction {

  static final String NAME = "observe";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TensorSpec> inputs() {
    JepaConfig config = jepa.config();
    int frames = config.predictor().contextFrames() + 1;
    List<TensorSpec> inputs = new ArrayList<>();
    inputs.add(
        TensorSpec.bytes(
            "frames", frames, config.vision().frameHeight(), config.vision().frameWidth(), 3));
    if (config.proprioceptionSize() > 0) {
      inputs.add(TensorSpec.floats("proprioception", frames, config.proprioceptionSize()));
    }
    return inputs;
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    int frames = jepa.config().predictor().contextFrames();
    T latents = jepa.encode(ops, weights, inputs.get(0), inputs.size() > 1 ? inputs.get(1) : null);
    T context = ops.slice(latents, 0, 0, frames);
    T goal =
        ops.reshape(
            jepa.visual(ops, ops.slice(latents, 0, frames, frames + 1)), jepa.config().goalWidth());
    T now = ops.slice(latents, 0, frames - 1, frames);
    return List.of(context, goal, cost.distance(ops, weights, jepa, now, goal));
  }
}
