package dev.lookahead.worldmodel.predictor;

import dev.lookahead.worldmodel.actionconditioned.FrameCausalPredictor;
import dev.lookahead.worldmodel.actionconditioned.FrameCausalRollout;
import dev.lookahead.worldmodel.layer.LayerNorm;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.tensor.ParameterSpec;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The published predictor of V-JEPA 2-AC as dynamics to plan with. A latent is all patch tokens of
 * a frame one after another and behind them the pose of the end effector in raw units, the seven
 * values of {@link EndEffector#AXES}. The pose is not predicted but told: a condition is an action
 * and behind it the pose that the action leads to, which {@link
 * dev.lookahead.worldmodel.pose.PoseIntegration} works out, or a recording knows ({@code
 * notebooks/utils/mpc_utils.py} and {@code app/vjepa_droid/train.py} of the reference). Predicted
 * tokens end in a LayerNorm without parameters ({@code normalize_reps}), as the encoder's do.
 *
 * @param network the transformer
 * @param contextFrames the frames a rollout starts from T; it then looks back on all of them and on
 *     all of its own predictions
 */
public record ActionConditionedPredictor(FrameCausalPredictor network, int contextFrames)
    implements Predictor {

  /** Refuses a network that is told where the camera stands, and other states than poses. */
  public ActionConditionedPredictor {
    if (network.extrinsics()) {
      throw new IllegalArgumentException(
          "extrinsics must be false: nobody says where the camera stands, got true");
    }
    if (network.actionWidth() != EndEffector.SIZE) {
      throw new IllegalArgumentException(
          "actionWidth must be %d, of %s, got %d"
              .formatted(
                  EndEffector.SIZE, String.join(", ", EndEffector.AXES), network.actionWidth()));
    }
    if (contextFrames < 1) {
      throw new IllegalArgumentException("contextFrames must be at least 1, got " + contextFrames);
    }
  }

  @Override
  public int latentWidth() {
    return seenWidth() + EndEffector.SIZE;
  }

  @Override
  public int actionWidth() {
    return EndEffector.SIZE;
  }

  private int seenWidth() {
    return network.picture().tokens() * network.tokenWidth();
  }

  @Override
  public List<ParameterSpec> parameters() {
    return network.parameters();
  }

  /** The actions as they are; whoever asks puts the poses they lead to behind them. */
  @Override
  public <T> T condition(TensorOps<T> ops, Weights<T> weights, T actions) {
    return actions;
  }

  /**
   * One step for every latent of a window, as in training.
   *
   * @param conditions [B, T', 14]: action and the pose it leads to
   */
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
    T predicted =
        network.apply(
            ops, weights, tokens(ops, latents), done(ops, conditions), pose(ops, latents), null);
    T seen = ops.layerNorm(predicted, null, null, LayerNorm.PYTORCH_EPSILON);
    return latent(ops, seen, ledTo(ops, conditions));
  }

  /**
   * Rolls out: each predicted step is computed once, and the steps before the newest frame once for
   * all candidates.
   *
   * @param context [B, T', D] with B the candidates, or one for all of them
   * @param past conditions between its latents [B, T' - 1, 14]; null exactly if T' is one
   * @param future conditions of the candidates [N, S, 14]
   * @return S predictions [N, 1, D], the nearest first
   */
  public <T> List<T> rollout(
      TensorOps<T> ops, Weights<T> weights, T context, @Nullable T past, T future) {
    int given = ops.shape(context).size(1);
    int candidates = ops.shape(future).size(0);
    int steps = ops.shape(future).size(1);
    T poses = pose(ops, context);
    T reached = ledTo(ops, future);
    T now = ops.slice(poses, 1, given - 1, given);
    List<T> starts = new ArrayList<>(List.of(ops.expand(now, candidates, 1, EndEffector.SIZE)));
    if (steps > 1) {
      starts.add(ops.slice(reached, 1, 0, steps - 1));
    }
    List<T> seen =
        new FrameCausalRollout(network, LayerNorm.PYTORCH_EPSILON)
            .apply(
                ops,
                weights,
                tokens(ops, context),
                past == null ? null : done(ops, past),
                past == null ? null : ops.slice(poses, 1, 0, given - 1),
                done(ops, future),
                steps == 1 ? starts.get(0) : ops.concat(starts, 1));
    List<T> latents = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      T after = ops.reshape(seen.get(step), candidates, 1, seenWidth());
      latents.add(latent(ops, after, ops.slice(reached, 1, step, step + 1)));
    }
    return latents;
  }

  /** [B, T, D] to [B, T, patches, W]. */
  private <T> T tokens(TensorOps<T> ops, T latents) {
    Shape shape = ops.shape(latents);
    return ops.reshape(
        ops.slice(latents, -1, 0, seenWidth()),
        shape.size(0),
        shape.size(1),
        network.picture().tokens(),
        network.tokenWidth());
  }

  private <T> T pose(TensorOps<T> ops, T latents) {
    return ops.slice(latents, -1, seenWidth(), latentWidth());
  }

  private static <T> T done(TensorOps<T> ops, T conditions) {
    return ops.slice(conditions, -1, 0, EndEffector.SIZE);
  }

  private static <T> T ledTo(TensorOps<T> ops, T conditions) {
    return ops.slice(conditions, -1, EndEffector.SIZE, 2 * EndEffector.SIZE);
  }

  private <T> T latent(TensorOps<T> ops, T seen, T pose) {
    Shape shape = ops.shape(pose);
    T flat = ops.reshape(seen, shape.size(0), shape.size(1), seenWidth());
    return ops.concat(List.of(flat, pose), -1);
  }
}
