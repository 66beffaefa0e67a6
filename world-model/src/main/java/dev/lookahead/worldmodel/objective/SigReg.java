package dev.lookahead.worldmodel.objective;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;
import dev.lookahead.worldmodel.tensor.TensorOps;

/**
 * Sketched isotropic Gaussian regularisation (Balestriero and LeCun 2025, LeJEPA, arXiv 2511.08544,
 * section 4): latents are projected on random directions, and each projection's empirical
 * characteristic function is compared with that of a standard normal, exp(-t^2 / 2), by the
 * statistic of Epps and Pulley (1983).
 *
 * <p>In the form of LeWM (Maes et al. 2026): t at 17 points of [0, 3], twice the trapezoid rule
 * (the integrand is even), weight exp(-t^2 / 2), times the batch size, averaged over directions and
 * frames.
 */
public final class SigReg {

  private static final int KNOTS = 17;
  private static final float LAST_KNOT = 3f;

  private SigReg() {}

  /**
   * The statistic.
   *
   * @param latents [B, F, D]; compared across the batch, frame by frame
   * @param directions unit columns [D, M], drawn anew every step
   */
  public static <T> T loss(TensorOps<T> ops, T latents, T directions) {
    Shape shape = ops.shape(latents);
    int batch = shape.size(0);
    int projections = shape.size(1) * ops.shape(directions).size(1);
    // Knots lead, so that the long axis of projections is the contiguous one.
    T projected = ops.reshape(ops.matMul(latents, directions), 1, batch, projections);
    T angles = ops.mul(projected, knots(ops, Column.KNOT));
    T real = ops.mean(ops.cos(angles), true, 1);
    T imaginary = ops.mean(ops.sin(angles), true, 1);
    T error =
        ops.add(ops.square(ops.sub(real, knots(ops, Column.GAUSSIAN))), ops.square(imaginary));
    T integral = ops.sum(ops.mul(error, knots(ops, Column.WEIGHT)), false, 0, 1);
    return ops.mul(ops.mean(integral, false, 0), batch);
  }

  private enum Column {
    KNOT,
    GAUSSIAN,
    WEIGHT
  }

  private static <T> T knots(TensorOps<T> ops, Column column) {
    float[] values = new float[KNOTS];
    double spacing = LAST_KNOT / (KNOTS - 1);
    for (int i = 0; i < KNOTS; i++) {
      double t = i * spacing;
      double gaussian = Math.exp(-t * t / 2);
      boolean end = i == 0 || i == KNOTS - 1;
      values[i] =
          (float)
              switch (column) {
                case KNOT -> t;
                case GAUSSIAN -> gaussian;
                case WEIGHT -> gaussian * spacing * (end ? 1 : 2);
              };
    }
    return ops.constant(HostTensor.owning(Shape.of(KNOTS, 1, 1), values));
  }
}
