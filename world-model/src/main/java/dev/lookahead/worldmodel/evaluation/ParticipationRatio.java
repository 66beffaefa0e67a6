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
    double[][] covariance = new double[width][width];
    for (int row = 0; row < count; row++) {
      for (int i = 0; i < width; i++) {
        double first = vectors[row * width + i] - mean[i];
        for (int j = 0; j <= i; j++) {
          covariance[i][j] += first * (vectors[row * width + j] - mean[j]) / count;
        }
      }
    }
    double trace = 0;
    double squares = 0;
    for (int i = 0; i < width; i++) {
      trace += covariance[i][i];
      for (int j = 0; j <= i; j++) {
        squares += (i == j ? 1 : 2) * covariance[i][j] * covariance[i][j];
      }
    }
    return squares > 0 ? trace * trace / squares : 1;
  }
}
