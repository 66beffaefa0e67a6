package dev.lookahead.bridge.recording.lerobot;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Least, greatest, mean, standard deviation and number of a feature's rows, as LeRobot's {@code
 * compute_stats.py} defines them: the standard deviation is that of the rows themselves (divided by
 * n).
 */
final class FeatureStatistics {

  private final double[] min;
  private final double[] max;
  private final double[] mean;

  /** Sums of squared distances from the mean. */
  private final double[] squares;

  private long count;

  FeatureStatistics(int width) {
    min = new double[width];
    max = new double[width];
    mean = new double[width];
    squares = new double[width];
    Arrays.fill(min, Double.POSITIVE_INFINITY);
    Arrays.fill(max, Double.NEGATIVE_INFINITY);
  }

  /** Of rows [n, width]. */
  static FeatureStatistics of(FloatBuffer rows, int width) {
    FeatureStatistics statistics = new FeatureStatistics(width);
    double[] row = new double[width];
    for (int at = rows.position(); at < rows.limit(); at += width) {
      for (int i = 0; i < width; i++) {
        row[i] = rows.get(at + i);
      }
      statistics.add(row);
    }
    return statistics;
  }

  /** Of whole numbers from {@code first} on, {@code step} apart. */
  static FeatureStatistics ofSteps(long first, double step, int rows) {
    FeatureStatistics statistics = new FeatureStatistics(1);
    for (int i = 0; i < rows; i++) {
      statistics.add(first + i * step);
    }
    return statistics;
  }

  /** Adds a row, by Welford's recurrence. */
  void add(double... row) {
    count++;
    for (int i = 0; i < row.length; i++) {
      min[i] = Math.min(min[i], row[i]);
      max[i] = Math.max(max[i], row[i]);
      double distance = row[i] - mean[i];
      mean[i] += distance / count;
      squares[i] += distance * (row[i] - mean[i]);
    }
  }

  /** Adds other rows, by Chan's formula. */
  void add(FeatureStatistics other) {
    if (other.count == 0) {
      return;
    }
    long total = count + other.count;
    for (int i = 0; i < mean.length; i++) {
      double distance = other.mean[i] - mean[i];
      mean[i] += distance * other.count / total;
      squares[i] += other.squares[i] + distance * distance * count * other.count / total;
      min[i] = Math.min(min[i], other.min[i]);
      max[i] = Math.max(max[i], other.max[i]);
    }
    count = total;
  }

  double[] min() {
    return min.clone();
  }

  double[] max() {
    return max.clone();
  }

  double[] mean() {
    return mean.clone();
  }

  double[] std() {
    double[] std = new double[squares.length];
    for (int i = 0; i < std.length; i++) {
      std[i] = Math.sqrt(squares[i] / Math.max(1, count));
    }
    return std;
  }

  long count() {
    return count;
  }
}
