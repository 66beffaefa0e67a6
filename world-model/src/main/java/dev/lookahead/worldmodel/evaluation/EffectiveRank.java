package dev.lookahead.worldmodel.evaluation;

/**
 * The effective rank of a matrix: exp(H(p)) with p the singular values divided by their sum (Roy
 * and Vetterli 2007, eqs. 1 to 3). One if all rows lie on a line, the full rank if they fill all
 * directions alike.
 */
final class EffectiveRank {

  private static final int MAX_SWEEPS = 30;
  private static final double PRECISION = 1e-20;

  private EffectiveRank() {}

  /** The effective rank of rows [n][d]; one for a matrix of zeros. */
  static double of(double[][] rows) {
    double[] values = eigenvalues(gram(rows));
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.sqrt(Math.max(0, values[i]));
      sum += values[i];
    }
    double entropy = 0;
    for (double value : values) {
      double share = sum > 0 ? value / sum : 0;
      entropy -= share > 0 ? share * Math.log(share) : 0;
    }
    return Math.exp(entropy);
  }

  /** X'X or XX', whichever is smaller: both have the squared singular values. */
  private static double[][] gram(double[][] rows) {
    double[][] vectors = rows[0].length <= rows.length ? transposed(rows) : rows;
    double[][] gram = new double[vectors.length][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      for (int j = 0; j <= i; j++) {
        double dot = 0;
        for (int k = 0; k < vectors[i].length; k++) {
          dot += vectors[i][k] * vectors[j][k];
        }
        gram[i][j] = dot;
        gram[j][i] = dot;
      }
    }
    return gram;
  }

  private static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  /** Cyclic Jacobi rotations (Golub and Van Loan, section 8.5); overwrites its argument. */
  private static double[] eigenvalues(double[][] a) {
    int size = a.length;
    for (int sweep = 0; sweep < MAX_SWEEPS && !diagonal(a); sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(a, p, q);
        }
      }
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = a[i][i];
    }
    return values;
  }

  private static boolean diagonal(double[][] a) {
    double off = 0;
    double on = 0;
    for (int i = 0; i < a.length; i++) {
      on += a[i][i] * a[i][i];
      for (int j = 0; j < i; j++) {
        off += a[i][j] * a[i][j];
      }
    }
    return off <= PRECISION * on;
  }

  private static void rotate(double[][] a, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double sign = tau < 0 ? -1 : 1;
    double tangent = sign / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = tangent * cosine;
    for (double[] row : a) {
      double left = row[p];
      double right = row[q];
      row[p] = cosine * left - sine * right;
      row[q] = sine * left + cosine * right;
    }
    double[] rowP = a[p];
    double[] rowQ = a[q];
    for (int k = 0; k < a.length; k++) {
      double left = rowP[k];
      double right = rowQ[k];
      rowP[k] = cosine * left - sine * right;
      rowQ[k] = sine * left + cosine * right;
    }
  }
}
