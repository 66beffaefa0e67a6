package dev.lookahead.worldmodel.evaluation;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The effective rank of a matrix: exp(H(p)) with p the singular values divided by their sum (Roy
 * and Vetterli 2007, eqs. 1 to 3). One if all rows lie on a line, the full rank if they fill all
 * directions alike.
 */
final class EffectiveRank {

  private EffectiveRank() {}

  /** The effective rank of rows [n][d]; one for a matrix of zeros. */
  static double of(double[][] rows) {
    double[] values =
        new EigenDecompositionSymmetric(new Array2DRowRealMatrix(gram(rows), false))
            .getEigenvalues();
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
}
