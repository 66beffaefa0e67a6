package dev.lookahead.launch.report;

import java.util.Arrays;

/**
 * The points of one curve in bounded memory: at most {@value #CAPACITY} bins of equally many
 * consecutive points. When they are full, neighbours are merged. What is kept depends on the points
 * alone, so a run that was stopped and replays its log draws the same curve.
 */
final class CurveBins {

  static final int CAPACITY = 2_048;

  private final double[] steps = new double[CAPACITY];
  private final double[] means = new double[CAPACITY];
  private final double[] least = new double[CAPACITY];
  private final double[] greatest = new double[CAPACITY];
  private int bins;
  private long pointsPerBin = 1;
  private long pointsInLast;

  /** Adds a point behind all others; one that is not finite is left out. */
  void add(long step, double value) {
    if (!Double.isFinite(value)) {
      return;
    }
    if (bins == 0 || pointsInLast == pointsPerBin) {
      if (bins == CAPACITY) {
        mergeNeighbours();
      }
      start();
    }
    int last = bins - 1;
    pointsInLast++;
    steps[last] += (step - steps[last]) / pointsInLast;
    means[last] += (value - means[last]) / pointsInLast;
    least[last] = Math.min(least[last], value);
    greatest[last] = Math.max(greatest[last], value);
  }

  private void start() {
    steps[bins] = 0;
    means[bins] = 0;
    least[bins] = Double.POSITIVE_INFINITY;
    greatest[bins] = Double.NEGATIVE_INFINITY;
    bins++;
    pointsInLast = 0;
  }

  private void mergeNeighbours() {
    bins /= 2;
    pointsPerBin *= 2;
    pointsInLast = pointsPerBin;
    for (int i = 0; i < bins; i++) {
      steps[i] = (steps[2 * i] + steps[2 * i + 1]) / 2;
      means[i] = (means[2 * i] + means[2 * i + 1]) / 2;
      least[i] = Math.min(least[2 * i], least[2 * i + 1]);
      greatest[i] = Math.max(greatest[2 * i], greatest[2 * i + 1]);
    }
  }

  /** The mean of each bin. */
  Curve means() {
    return new Curve(Arrays.copyOf(steps, bins), Arrays.copyOf(means, bins));
  }

  /** A line through the least and the greatest value of each bin: it shows the noise undiluted. */
  Curve extremes() {
    if (pointsPerBin == 1) {
      return means();
    }
    double[] twice = new double[2 * bins];
    double[] values = new double[2 * bins];
    for (int i = 0; i < bins; i++) {
      twice[2 * i] = steps[i];
      twice[2 * i + 1] = steps[i];
      values[2 * i] = least[i];
      values[2 * i + 1] = greatest[i];
    }
    return new Curve(twice, values);
  }
}
