package dev.lookahead.worldmodel.evaluation;

/**
 * How many directions share the variance of some vectors: the squared trace of their covariance
 * over the trace of its square (Gao et al. 2017). One for a line, the width if all directions are
 * alike.
 */
public final class ParticipationRatio {

  private ParticipationRatio() {}

  /**
   * The ratio; 1 for vectors without any spread.
   *
   * @param vectors [n, width], row-major, at least two
   */
  public static double of(float[] vectors, int width) {
    int count = vectors.length / width;
    double[] mean = new double[width];
    for (int i = 0; i < vectors.length; i++) {
      mean[i % width] += vectors[i] / (double) count;
    }
    double[][] rows = new double[count][width];
    for (int i = 0; i < vectors.length; i++) {
      rows[i / width][i % width] = vectors[i] - mean[i % width];
    }
    // Both have the same trace and the same sum of squares.
    double[][] products = count < width ? betweenRows(rows) : betweenColumns(rows);
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < products.length; i++) {
      trace += products[i][i];
      for (int j = 0; j <= i; j++) {
        squares += (i == j ? 1 : 2) * products[i][j] * products[i][j];
      }
    }
    return squares > 0 ? trace * trace / squares : 1;
  }

  /** The lower half of X'X. */
  private static double[][] betweenColumns(double[][] rows) {
    int width = rows[0].length;
    double[][] products = new double[width][width];
    for (double[] row : rows) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j <= i; j++) {
          products[i][j] += row[i] * row[j];
        }
      }
    }
    return products;
  }

  /** The lower half of XX'. */
  private static double[][] betweenRows(double[][] rows) {
    double[][] products = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < rows[i].length; k++) {
          products[i][j] += rows[i][k] * rows[j][k];
        }
      }
    }
    return products;
  }
}
