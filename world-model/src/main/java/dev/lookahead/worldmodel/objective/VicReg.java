package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;

/**
 * Variance and covariance regularisation (Bardes et al. 2022, VICReg, eqs. 1 to 4), across the
 * batch frame by frame, and across time clip by clip (Sobal et al. 2025, PLDM). As in
 * stable-worldmodel's {@code VCReg}: latents are first centred across the batch; the terms across
 * time then centre for the variance but not for the covariance.
 */
public final class VicReg {

  private static final float EPSILON = 1e-4f;

  private VicReg() {}

  /** max(0, 1 - std) across the batch, averaged over frames and dimensions; latents [B, F, D]. */
  public static <T> T variance(TensorOps<T> ops, T latents) {
    return hinge(ops, centred(ops, latents), 0);
  }

  /** max(0, 1 - std) across the frames of a clip, averaged over clips and dimensions. */
  public static <T> T varianceOverTime(TensorOps<T> ops, T latents) {
    return hinge(ops, centred(ops, latents), 1);
  }

  /** The mean squared covariance of two different dimensions across the batch. */
  public static <T> T covariance(TensorOps<T> ops, T latents) {
    return offDiagonal(ops, ops.permute(centred(ops, latents), 1, 0, 2));
  }

  /** The mean squared covariance of two different dimensions across the frames of a clip. */
  public static <T> T covarianceOverTime(TensorOps<T> ops, T latents) {
    return offDiagonal(ops, centred(ops, latents));
  }

  private static <T> T centred(TensorOps<T> ops, T latents) {
    return ops.sub(latents, ops.mean(latents, true, 0));
  }

  private static <T> T hinge(TensorOps<T> ops, T x, int axis) {
    int count = ops.shape(x).size(axis);
    T deviation = ops.sub(x, ops.mean(x, true, axis));
    T variance = ops.mul(ops.sum(ops.square(deviation), false, axis), 1f / (count - 1));
    T std = ops.sqrt(ops.add(variance, EPSILON));
    return PredictionLoss.mean(ops, ops.relu(ops.add(ops.mul(std, -1f), 1f)));
  }

  /** x [groups, n, D]; the covariance X'X / (n - 1) has the Frobenius norm of XX' / (n - 1). */
  private static <T> T offDiagonal(TensorOps<T> ops, T x) {
    Shape shape = ops.shape(x);
    int count = shape.size(1);
    int width = shape.size(2);
    T transposed = ops.permute(x, 0, 2, 1);
    T product = count < width ? ops.matMul(x, transposed) : ops.matMul(transposed, x);
    T all = ops.sum(ops.square(product), false, 1, 2);
    T diagonal = ops.sum(ops.square(ops.sum(ops.square(x), false, 1)), false, 1);
    float scale = 1f / ((float) (count - 1) * (count - 1) * width * (width - 1));
    return ops.mul(ops.mean(ops.sub(all, diagonal), false, 0), scale);
  }
}
