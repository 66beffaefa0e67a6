package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Frames alone to the visual part of latents: what goals are, and what a frozen encoder gives.
 *
 * <p>Input: frames uint8 [B, height, width, 3]. Output: [B, goalWidth].
 *
 * @param jepa the model
 * @param batch the frames at once B
 */
public record See(Jepa jepa, int batch) implements TensorFunction {

  /** What it is called in a session. */
  public static final String NAME = "see";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<TensorSpec> inputs() {
    JepaConfig config = jepa.config();
    return List.of(
        TensorSpec.bytes(
            "frames", batch, config.vision().frameHeight(), config.vision().frameWidth(), 3));
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    return List.of(jepa.encodeGoal(ops, weights, inputs.get(0)));
  }
}
