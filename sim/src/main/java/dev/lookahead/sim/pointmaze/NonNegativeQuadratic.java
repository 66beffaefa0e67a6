package dev.lookahead.sim.pointmaze;

/**
 * Minimises f'Qf/2 + b'f over f >= 0 for a small positive definite Q, exactly: every set of
 * positive components is tried, and the one that meets the optimality conditions is the answer.
 * MuJoCo's solvers iterate to the same point.
 */
final class NonNegativeQuadratic {

  private final double[][] q;
  private final double[] b;

  NonNegativeQuadratic(double[][] q, double[] b) {
    this.q = q;
    this.b = b;
  }

  /** The minimiser f, one value per row of Q. */
  double[] minimiser() {
    double[] best = new double[b.length];
    double leastViolation = violation(best);
    for (int active = 1; active < 1 << b.length && leastViolation > 0; active++) {
      double[] f = stationary(active);
      double violation = violation(f);
      if (violation < leastViolation) {
        best = f;
        leastViolation = violation;
      }
    }
    for (int i = 0; i < best.length; i++) {
      best[i] = Math.max(0, best[i]);
    }
    return best;
  }

  /** Solves Qf = -b for the active components by elimination; the others are zero. */
  private double[] stationary(int active) {
    int n = b.length;
    double[][] m = new double[n][n + 1];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        boolean both = isActive(active, i) && isActive(active, j);
        m[i][j] = both ? q[i][j] : i == j ? 1 : 0;
      }
      m[i][n] = isActive(active, i) ? -b[i] : 0;
    }
    for (int pivot = 0; pivot < n; pivot++) {
      for (int i = pivot + 1; i < n; i++) {
        double factor = m[i][pivot] / m[pivot][pivot];
        for (int j = pivot; j <= n; j++) {
          m[i][j] -= factor * m[pivot][j];
        }
      }
    }
    double[] f = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = m[i][n];
      for (int j = i + 1; j < n; j++) {
        sum -= m[i][j] * f[j];
      }
      f[i] = sum / m[i][i];
    }
    return f;
  }

  private static boolean isActive(int active, int component) {
    return (active >> component & 1) == 1;
  }

  /** How far f is from optimal: negative components, or a negative slope where f is zero. */
  private double violation(double[] f) {
    double worst = 0;
    for (int i = 0; i < f.length; i++) {
      double slope = b[i];
      for (int j = 0; j < f.length; j++) {
        slope += q[i][j] * f[j];
      }
      worst = Math.max(worst, f[i] == 0 ? -slope : -f[i]);
    }
    return worst;
  }
}
