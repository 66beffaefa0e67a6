package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch of clips in latent space, as the terms of an objective need it.
 *
 * @param latents of all frames [B, F, D]
 * @param targets what predictions are compared with [B, F, D]
 * @param blocks the actions in raw units [B, F - 1, K A]
 * @param predictions of {@link ClipPredictions}
 * @param latentCost of {@link LatentInference}; none for a model without a latent variable
 * @param <T> the interpreter's tensor
 */
record ClipLatents<T>(T latents, T targets, T blocks, List<T> predictions, @Nullable T latentCost) {

  /** Encodes frames [B, F, height, width, 3], or takes given latents, and predicts. */
  static <T> ClipLatents<T> of(
      TensorOps<T> ops,
      Weights<T> weights,
      JepaObjective objective,
      T seen,
      T actions,
      @Nullable T proprioception,
      @Nullable T noise) {
    Jepa jepa = objective.jepa();
    ObjectiveSettings settings = objective.settings();
    Shape shape = ops.shape(seen);
    int count = shape.size(0) * shape.size(1);
    T felt =
        proprioception == null
            ? null
            : ops.reshape(proprioception, count, ops.shape(proprioception).last());
    int[] clips = {shape.size(0), shape.size(1), jepa.config().latentWidth()};
    T each =
        objective.frozen()
            ? ops.reshape(seen, count, shape.size(2))
            : ops.reshape(seen, count, shape.size(2), shape.size(3), 3);
    T latents =
        ops.reshape(
            objective.frozen()
                ? jepa.latents(ops, weights, each, felt)
                : jepa.encode(ops, weights, each, felt),
            clips);
    T targets =
        switch (settings.target()) {
          case ONLINE -> latents;
          case STOPPED, FROZEN -> ops.stopGradient(latents);
          case AVERAGED ->
              ops.stopGradient(
                  ops.reshape(
                      jepa.encode(ops, weights.under(MovingAverage.PREFIX), each, felt), clips));
        };
    int steps = shape.size(1) - 1;
    T blocks =
        ops.reshape(
            actions, shape.size(0), steps, ops.shape(actions).count() / (shape.size(0) * steps));
    LatentInference.Inferred<T> inferred =
        jepa.config().latentVariable() == null
            ? null
            : objective.inference().infer(ops, weights, latents, targets, blocks, noise);
    T z = inferred == null ? null : inferred.z();
    // As in the reference, a clip's own poses are told, in its rollouts too.
    T reached =
        proprioception != null && jepa.config().toldPoses()
            ? ops.slice(proprioception, 1, 1, steps + 1)
            : null;
    List<T> predictions =
        new ClipPredictions(jepa, settings.rolloutSteps(), settings.truncateRollout())
            .apply(ops, weights, latents, jepa.conditions(ops, weights, blocks, z, reached));
    return new ClipLatents<>(
        latents, targets, blocks, predictions, inferred == null ? null : inferred.cost());
  }
}
