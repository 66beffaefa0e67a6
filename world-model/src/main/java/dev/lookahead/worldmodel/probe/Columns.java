package dev.lookahead.worldmodel.probe;

import java.util.Arrays;
import java.util.List;

/** Mean and standard deviation of every column of some rows. */
final class Columns {

  private static final double LEAST_STD = 1e-6;

  private final double[] mean;
  private final double[] std;

  private Columns(double[] mean, double[] std) {
    this.mean = mean;
    this.std = std;
  }

  static Columns of(List<double[][]> parts) {
    int width = parts.get(0)[0].length;
    double[] mean = new double[width];
    double[] std = new double[width];
    long count = parts.stream().mapToLong(part -> part.length).sum();
    for (double[][] part : parts) {
      for (double[] row : part) {
        for (int i = 0; i < width; i++) {
          mean[i] += row[i] / count;
        }
      }
    }
    for (double[][] part : parts) {
      for (double[] row : part) {
        for (int i = 0; i < width; i++) {
          std[i] += (row[i] - mean[i]) * (row[i] - mean[i]) / count;
        }
      }
    }
    for (int i = 0; i < width; i++) {
      std[i] = Math.sqrt(std[i]);
    }
    return new Columns(mean, std);
  }

  boolean varies(int column) {
    return std[column] > LEAST_STD;
  }

  /** Rows of mean zero and unit variance; columns that do not vary become zero. */
  double[][] standardized(double[][] rows) {
    return Arrays.stream(rows).map(this::standardized).toArray(double[][]::new);
  }

  private double[] standardized(double[] row) {
    double[] result = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = varies(i) ? (row[i] - mean[i]) / std[i] : 0;
    }
    return result;
  }

  /** A standardised row in its own units. */
  double[] restored(double[] row) {
    double[] result = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      result[i] = varies(i) ? row[i] * std[i] + mean[i] : mean[i];
    }
    return result;
  }
}
