package dev.lookahead.worldmodel.probe;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Linear regression with a penalty on the squared weights (Hoerl and Kennard 1970), solved through
 * the eigenvectors of the latents' covariance. The penalty is the one of a geometric grid with the
 * least generalised cross-validation error (Golub, Heath and Wahba 1979); or none.
 *
 * @param penalized false for ordinary least squares; directions without variance get no weight
 */
public record RidgeProbe(boolean penalized) implements Probe {

  private static final double[] PENALTIES = {1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 10};
  private static final double LEAST_VARIANCE = 1e-9;

  @Override
  public String name() {
    return penalized ? "ridge" : "linear";
  }

  @Override
  public UnaryOperator<double[][]> fit(double[][] latents, double[][] targets) {
    int n = latents.length;
    RealMatrix x = new Array2DRowRealMatrix(latents, false);
    RealMatrix y = new Array2DRowRealMatrix(targets, false);
    RealMatrix covariance = x.transposeMultiply(x).scalarMultiply(1.0 / n);
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(covariance);
    double[] variances = eigen.getEigenvalues();
    RealMatrix along =
        eigen.getV().transposeMultiply(x.transposeMultiply(y)).scalarMultiply(1.0 / n);
    double penalty = penalized ? best(n, variances, along, targets) : 0;
    for (int i = 0; i < variances.length; i++) {
      double factor = inverse(variances[i], penalty);
      for (int q = 0; q < along.getColumnDimension(); q++) {
        along.multiplyEntry(i, q, factor);
      }
    }
    RealMatrix weights = eigen.getV().multiply(along).transpose();
    return asked -> Arrays.stream(asked).map(weights::operate).toArray(double[][]::new);
  }

  private static double inverse(double variance, double penalty) {
    return variance > LEAST_VARIANCE ? 1 / (variance + penalty) : 0;
  }

  /** Minimises the mean squared residual over (1 - degrees of freedom / n) squared. */
  private static double best(int n, double[] variances, RealMatrix along, double[][] targets) {
    double power = 0;
    for (double[] row : targets) {
      for (double value : row) {
        power += value * value / n;
      }
    }
    double best = PENALTIES[0];
    double least = Double.POSITIVE_INFINITY;
    for (double penalty : PENALTIES) {
      double residual = power;
      double freedom = 1;
      for (int i = 0; i < variances.length; i++) {
        double factor = inverse(variances[i], penalty);
        freedom += variances[i] * factor;
        for (int q = 0; q < along.getColumnDimension(); q++) {
          double square = along.getEntry(i, q) * along.getEntry(i, q);
          residual += square * factor * (variances[i] * factor - 2);
        }
      }
      double left = Math.max(1e-3, 1 - freedom / n);
      double error = residual / (left * left);
      if (error < least) {
        least = error;
        best = penalty;
      }
    }
    return best;
  }
}
