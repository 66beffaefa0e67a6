package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.tensor.TensorFunction;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.TensorSpec;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Observations to latents: for collapse checks, probes and rollout errors.
 *
 * <p>Inputs: frames uint8 [B, height, width, 3]; for a model with proprioception also its values
 * [B, P]. Output: latents [B, D].
 *
 * @param jepa the model
 * @param batch the observations at once B
 */
public record Encode(Jepa jepa, int batch) implements TensorFunction {

  @Override
  public String name() {
    return "encode";
  }

  @Override
  public List<TensorSpec> inputs() {
    JepaConfig config = jepa.config();
    List<TensorSpec> inputs = new ArrayList<>();
    inputs.add(
        TensorSpec.bytes(
            "frames", batch, config.vision().frameHeight(), config.vision().frameWidth(), 3));
    if (config.proprioceptionSize() > 0) {
      inputs.add(TensorSpec.floats("proprioception", batch, config.proprioceptionSize()));
    }
    return inputs;
  }

  @Override
  public <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, List<T> inputs) {
    return List.of(
        jepa.encode(ops, weights, inputs.get(0), inputs.size() > 1 ? inputs.get(1) : null));
  }
}
