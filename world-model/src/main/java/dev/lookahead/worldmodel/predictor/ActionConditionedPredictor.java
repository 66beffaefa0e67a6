package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * The published predictor of V-JEPA 2-AC as dynamics to plan with. A latent is all patch tokens of
 * a frame one after another and behind them the robot's state in raw units, seven numbers:
 * position, Euler angles and gripper. The state is not predicted: the next one is this one plus the
 * action ({@code notebooks/utils/mpc_utils.py} of the reference, where rotations are held at zero).
 * Actions are handed on as they are, so the model's {@code ActionEncoder} and {@code
 * ProprioEncoder} have no hidden extent.
 *
 * @param network the transformer
 * @param contextFrames the frames it looks back on T
 * @param normalizeTokens whether predicted tokens end in a LayerNorm without parameters ({@code
 *     normalize_reps}), as the released model was trained
 */
public record ActionConditionedPredictor(
    FrameCausalPredictor network, int contextFrames, boolean normalizeTokens) implements Predictor {

  /** Refuses a network that is told where the camera stands: nothing here tells it. */
  public ActionConditionedPredictor {
    if (network.extrinsics()) {
      throw new IllegalArgumentException(
          "extrinsics must be false: nobody says where the camera stands, got true");
    }
    if (contextFrames < 1) {
      throw new IllegalArgumentException("contextFrames must be at least 1, got " + contextFrames);
    }
  }

  @Override
  public int latentWidth() {
    return seenWidth() + network.actionWidth();
  }

  @Override
  public int actionWidth() {
    return network.actionWidth();
  }

  private int seenWidth() {
    return network.picture().tokens() * network.tokenWidth();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return network.parameters();
  }

  @Override
  public <T> T condition(TensorOps<T> ops, Weights<T> weights, T actions) {
    return actions;
  }

  @Override
  public <T> T next(TensorOps<T> ops, Weights<T> weights, T window, T conditions) {
    Shape shape = ops.shape(conditions);
    int batch = shape.size(0);
    int frames = shape.size(1);
    if (frames > contextFrames) {
      throw new IllegalArgumentException(
          "this predictor looks back on " + contextFrames + " latents, got " + frames);
    }
    T latents = ops.expand(window, batch, frames, latentWidth());
    T states = ops.slice(latents, -1, seenWidth(), latentWidth());
    T tokens =
        ops.reshape(
            ops.slice(latents, -1, 0, seenWidth()),
            batch,
            frames,
            network.picture().tokens(),
            network.tokenWidth());
    T predicted = network.apply(ops, weights, tokens, conditions, states, null);
    T seen =
        normalizeTokens
            ? ops.layerNorm(predicted, null, null, LayerNorm.PYTORCH_EPSILON)
            : predicted;
    return ops.concat(
        List.of(ops.reshape(seen, batch, frames, seenWidth()), ops.add(states, conditions)), -1);
  }
}
