package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.jepa.Jepa;
import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;
import dev.lookahead.worldmodel.tensor.Weights;
import java.util.List;

/**
 * Trains {@link dev.lookahead.worldmodel.jepa.TemporalDistance}: the number of blocks between a
 * frame and a later frame of the same episode, by smooth L1 on scaled blocks (in the spirit of
 * RC-aux, arXiv 2605.07278).
 *
 * @param jepa a model with a distance head
 */
record TemporalDistanceLoss(Jepa jepa) {

  /**
   * The mean over pairs; a frame behind the goal does not count.
   *
   * @param latents real or predicted [B, n, D]
   * @param frames n frame numbers in the clip, one per latent
   * @param goals [B, goalWidth]
   * @param goalBlocks [B], blocks from the first frame of the clip to the goal
   */
  <T> T loss(
      TensorOps<T> ops,
      Weights<T> weights,
      T latents,
      List<Integer> frames,
      T goals,
      T goalBlocks) {
    Shape shape = ops.shape(latents);
    int batch = shape.size(0);
    int count = shape.size(1);
    float[] offsets = new float[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = -frames.get(i);
    }
    T toGo =
        ops.add(
            ops.reshape(goalBlocks, batch, 1),
            ops.constant(HostTensor.owning(Shape.of(1, count), offsets)));
    // Whole numbers: one for frames up to the goal, zero behind it.
    T counts = ops.clamp(ops.add(toGo, 1f), 0f, 1f);
    T predicted =
        ops.reshape(
            jepa.blocksToGo(
                ops, weights, latents, ops.reshape(goals, batch, 1, ops.shape(goals).last())),
            batch,
            count);
    float unit = 1 / jepa.distance().scaleBlocks();
    T expected = ops.mul(ops.mul(toGo, counts), unit);
    T all =
        PredictionLoss.SMOOTH_L1.apply(ops, ops.mul(ops.mul(predicted, counts), unit), expected);
    return ops.div(all, ops.add(PredictionLoss.mean(ops, counts), 1e-6f));
  }
}
