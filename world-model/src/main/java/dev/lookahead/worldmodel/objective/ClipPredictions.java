package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts the frames of a clip from every window of T frames in it: first by teacher forcing, then
 * by feeding predictions back (jepa-wms, arXiv 2512.24497, section on multi-step rollout losses).
 *
 * @param jepa the model
 * @param steps how far ahead k, at least one
 * @param truncate whether the gradient stops between steps
 */
record ClipPredictions(Jepa jepa, int steps, boolean truncate) {

  /**
   * Predicts.
   *
   * @param latents of the clip [B, F, D], F at least T + k
   * @param conditions [B, F - 1, M]
   * @return k predictions. The first holds every position of every window [B, F - T, T, D]: entry
   *     (s, i) is frame s + i + 1. Prediction j, from two on, holds the newest position only [B, F
   *     - T - j + 1, 1, D]: entry s is frame s + T + j - 1
   */
  <T> List<T> apply(TensorOps<T> ops, Weights<T> weights, T latents, T conditions) {
    int context = jepa.config().predictor().contextFrames();
    int windows = ops.shape(latents).size(1) - context;
    T window = windows(ops, latents, 0, windows, context);
    List<T> predictions = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      int count = windows - step + 1;
      T during = windows(ops, conditions, step - 1, count, context);
      T next = flat(ops, weights, window, during);
      T newest = context == 1 ? next : ops.slice(next, 2, context - 1, context);
      predictions.add(step == 1 ? next : newest);
      if (step < steps) {
        T known = ops.slice(newest, 1, 0, count - 1);
        T fed = truncate ? ops.stopGradient(known) : known;
        T rest = ops.slice(window, 1, 0, count - 1);
        window = context == 1 ? fed : ops.concat(List.of(ops.slice(rest, 2, 1, context), fed), 2);
      }
    }
    return predictions;
  }

  private <T> T flat(TensorOps<T> ops, Weights<T> weights, T window, T conditions) {
    Shape shape = ops.shape(window);
    int batch = shape.size(0) * shape.size(1);
    T next =
        jepa.next(
            ops,
            weights,
            ops.reshape(window, batch, shape.size(2), shape.size(3)),
            ops.reshape(conditions, batch, shape.size(2), ops.shape(conditions).last()));
    return ops.reshape(next, shape.toArray());
  }

  /** x [B, F, W] to [B, count, length, W]: entry (s, i) is frame from + s + i. */
  static <T> T windows(TensorOps<T> ops, T x, int from, int count, int length) {
    Shape shape = ops.shape(x);
    if (length == 1) {
      return ops.reshape(
          ops.slice(x, 1, from, from + count), shape.size(0), count, 1, shape.size(2));
    }
    List<T> windows = new ArrayList<>();
    for (int start = from; start < from + count; start++) {
      windows.add(ops.slice(x, 1, start, start + length));
    }
    return ops.stack(windows, 1);
  }
}
