package dev.lookahead.launch.report;

import java.util.Arrays;

/** Points in the order of their steps. Immutable, equality by content. */
public final class Curve {

  private final double[] steps;
  private final double[] values;

  /**
   * Copies the points.
   *
   * @param values finite
   * @throws IllegalArgumentException if there are not as many steps as values
   */
  public Curve(double[] steps, double[] values) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(
          "a curve has as many steps as values, got " + steps.length + " and " + values.length);
    }
    this.steps = steps.clone();
    this.values = values.clone();
  }

  /** A copy of the steps. */
  public double[] steps() {
    return steps.clone();
  }

  /** A copy of the values. */
  public double[] values() {
    return values.clone();
  }

  /** How many points there are. */
  public int size() {
    return steps.length;
  }

  /**
   * The course of a noisy curve: a moving average weighted by a Gaussian around each point, so that
   * it neither lags behind nor leads.
   *
   * @param spread the Gaussian's standard deviation in points; 0 leaves the curve as it is
   */
  Curve smoothed(double spread) {
    int reach = (int) Math.ceil(3 * spread);
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      double weights = 0;
      for (int j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
        double distance = spread == 0 ? 0 : (j - i) / spread;
        double weight = Math.exp(-distance * distance / 2);
        sum += weight * values[j];
        weights += weight;
      }
      smooth[i] = sum / weights;
    }
    return new Curve(steps, smooth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Curve that
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(steps) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Curve[" + steps.length + " points]";
  }
}
