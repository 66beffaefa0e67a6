package dev.lookahead.worldmodel.actionconditioned;

import dev.lookahead.worldmodel.layer.KeyValues;
import dev.lookahead.worldmodel.layer.Transformer;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rolls candidates out with a {@link FrameCausalPredictor} and computes nothing twice that is the
 * same: the numbers are those of {@link FrameCausalPredictor#apply} on the whole sequence at every
 * step.
 *
 * <p>A step sees itself and what came before, so keys and values of a step stand once they are
 * computed. Steps before the newest frame are shared by all candidates: they are read once, in a
 * batch of one. The newest frame is not shared although all candidates see the same one: within a
 * step tokens see each other both ways, so from the first attention on its patches depend on the
 * candidate's action. Each predicted step is then read once, where the reference's notebook reads
 * all steps again for every one.
 *
 * @param predictor without extrinsics
 * @param epsilon of the LayerNorm without weights that a prediction goes through before it is read
 *     as a frame, as the encoder's tokens did; {@link
 *     dev.lookahead.worldmodel.layer.LayerNorm#PYTORCH_EPSILON} in the reference
 */
public record FrameCausalRollout(FrameCausalPredictor predictor, float epsilon) {

  /** Refuses a predictor that is told where the camera stands. */
  public FrameCausalRollout {
    if (predictor.extrinsics()) {
      throw new IllegalArgumentException(
          "rollouts know no camera that moves; use a predictor without extrinsics");
    }
  }

  /**
   * The predicted tokens after each step.
   *
   * @param seen frames, the newest last [B, C, patches, D]; B is one if they are the same for all
   *     candidates, else N
   * @param executed actions between them [B, C - 1, A]; null if C is one
   * @param been states of the robot at all of them but the newest [B, C - 1, A]; null if C is one
   * @param actions of the candidates [N, H, A]
   * @param states from which each of these actions starts [N, H, A], for an end effector as {@link
   *     dev.lookahead.worldmodel.pose.PoseIntegration} integrates them
   * @return H times [N, patches, D], normalised
   */
  public <T> List<T> apply(
      TensorOps<T> ops,
      Weights<T> weights,
      T seen,
      @Nullable T executed,
      @Nullable T been,
      T actions,
      T states) {
    Shape context = ops.shape(seen);
    int now = context.size(1) - 1;
    int candidates = ops.shape(actions).size(0);
    int patches = context.size(2);
    List<KeyValues<T>> offered = List.of();
    if (executed != null && been != null) {
      T frames = ops.slice(seen, 1, 0, now);
      offered = predictor.read(ops, weights, frames, executed, been, 0, List.of()).offered();
    }
    T frame =
        ops.expand(
            ops.slice(seen, 1, now, now + 1), candidates, 1, patches, predictor.tokenWidth());
    List<T> predictions = new ArrayList<>();
    for (int step = 0; step < ops.shape(actions).size(1); step++) {
      T action = ops.slice(actions, 1, step, step + 1);
      T state = ops.slice(states, 1, step, step + 1);
      Transformer.Continued<T> read =
          predictor.read(ops, weights, frame, action, state, now + step, offered);
      offered = read.offered();
      frame = ops.layerNorm(predictor.written(ops, weights, read.tokens()), null, null, epsilon);
      predictions.add(ops.reshape(frame, candidates, patches, predictor.tokenWidth()));
    }
    return predictions;
  }
}
