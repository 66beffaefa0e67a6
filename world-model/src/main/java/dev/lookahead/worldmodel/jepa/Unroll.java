package dev.lookahead.worldmodel.jepa;

import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Predicts far ahead by feeding predictions back: every step sees the last T latents, real ones
 * first, its own later.
 *
 * @param jepa the model
 * @param steps how far ahead S, at least one
 */
record Unroll(Jepa jepa, int steps) {

  /** Checks the distance. */
  Unroll {
    if (steps < 1) {
      throw new IllegalArgumentException("steps must be at least 1, got " + steps);
    }
  }

  /**
   * Unrolls.
   *
   * @param context [1, T', D] shared by all candidates, T' at most T; a shorter one grows on the
   *     way
   * @param blocks actions in raw units [T' - 1 + S, N, K A], first those already executed
   * @param z values of the latent variable [S, N, width]; null exactly if the model has none
   * @param reached the pose after every block to come [N, S, 7]; null exactly if the predictor is
   *     not {@link JepaConfig#toldPoses()}
   * @return S predictions [N, 1, D], the nearest first
   */
  <T> List<T> apply(
      TensorOps<T> ops,
      Weights<T> weights,
      T context,
      T blocks,
      @Nullable T z,
      @Nullable T reached) {
    int given = ops.shape(context).size(1);
    Shape shape = ops.shape(blocks);
    if (shape.size(0) != given - 1 + steps) {
      throw new IllegalArgumentException(
          given
              + " latents and "
              + steps
              + " steps need "
              + (given - 1 + steps)
              + " action blocks, got "
              + shape.size(0));
    }
    if (reached != null
        && jepa.config().predictor() instanceof ActionConditionedPredictor predictor) {
      return along(ops, weights, predictor, context, blocks, reached);
    }
    int candidates = shape.size(1);
    List<T> latents = new ArrayList<>();
    List<T> conditions = new ArrayList<>();
    for (int i = 0; i < given; i++) {
      latents.add(ops.slice(context, 1, i, i + 1));
    }
    for (int step = 0; step < steps; step++) {
      int end = latents.size();
      // Step by step: those of all steps at once would fall out of every cache before their turn.
      while (conditions.size() < end) {
        conditions.add(condition(ops, weights, blocks, z, conditions.size()));
      }
      int from = Math.max(0, end - jepa.config().predictor().contextFrames());
      T window = window(ops, latents.subList(from, end), candidates);
      T next = jepa.next(ops, weights, window, join(ops, conditions.subList(from, end)));
      int length = end - from;
      latents.add(length == 1 ? next : ops.slice(next, 1, length - 1, length));
    }
    return List.copyOf(latents.subList(given, latents.size()));
  }

  /** Along poses: that predictor looks back on everything, and keeps what it has computed. */
  private <T> List<T> along(
      TensorOps<T> ops,
      Weights<T> weights,
      ActionConditionedPredictor predictor,
      T context,
      T blocks,
      T reached) {
    Shape shape = ops.shape(context);
    int given = shape.size(1);
    int all = given - 1 + steps;
    T actions = ops.permute(blocks, 1, 0, 2);
    T past = null;
    if (given > 1) {
      // One context for all candidates: so are the blocks executed in it.
      T executed = ops.slice(ops.slice(actions, 0, 0, shape.size(0)), 1, 0, given - 1);
      T been = ops.slice(context, 1, 1, given);
      past =
          jepa.conditions(
              ops,
              weights,
              executed,
              null,
              ops.slice(been, -1, jepa.config().goalWidth(), jepa.config().latentWidth()));
    }
    T future = ops.slice(actions, 1, given - 1, all);
    return predictor.rollout(
        ops,
        weights.under(Jepa.PREDICTOR),
        context,
        past,
        jepa.conditions(ops, weights, future, null, reached));
  }

  private static <T> T window(TensorOps<T> ops, List<T> latents, int candidates) {
    if (latents.size() == 1) {
      return latents.get(0);
    }
    int width = ops.shape(latents.get(0)).last();
    return join(
        ops, latents.stream().map(latent -> ops.expand(latent, candidates, 1, width)).toList());
  }

  /** What the action block between latent {@code index} and the next one does [N, 1, M]. */
  private <T> T condition(
      TensorOps<T> ops, Weights<T> weights, T blocks, @Nullable T z, int index) {
    return jepa.conditions(
        ops, weights, at(ops, blocks, index), z == null ? null : at(ops, z, index), null);
  }

  private static <T> T at(TensorOps<T> ops, T steps, int index) {
    Shape shape = ops.shape(steps);
    return ops.reshape(ops.slice(steps, 0, index, index + 1), shape.size(1), 1, shape.size(2));
  }

  private static <T> T join(TensorOps<T> ops, List<T> parts) {
    return parts.size() == 1 ? parts.get(0) : ops.concat(parts, 1);
  }
}
