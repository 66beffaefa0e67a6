package dev.lookahead.launch.report;

import java.util.Arrays;

/** A named series of points in the order of their steps. Immutable, equality by content. */
public final class Curve {

  private final String name;
  private final double[] steps;
  private final double[] values;

  /**
   * Copies the points.
   *
   * @throws IllegalArgumentException if there are not as many steps as values
   */
  public Curve(String name, double[] steps, double[] values) {
    if (steps.length != values.length) {
      throw new IllegalArgumentException(
          "a curve has as many steps as values, got " + steps.length + " and " + values.length);
    }
    this.name = name;
    this.steps = steps.clone();
    this.values = values.clone();
  }

  /** What it is called in the legend. */
  public String name() {
    return name;
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

  /** The points whose value is finite. */
  Curve finite() {
    int[] kept = new int[steps.length];
    int count = 0;
    for (int i = 0; i < steps.length; i++) {
      if (Double.isFinite(values[i])) {
        kept[count++] = i;
      }
    }
    int[] indices = Arrays.copyOf(kept, count);
    return new Curve(
        name,
        Arrays.stream(indices).mapToDouble(i -> steps[i]).toArray(),
        Arrays.stream(indices).mapToDouble(i -> values[i]).toArray());
  }

  /**
   * The exponential moving average with bias correction, as TensorBoard smooths.
   *
   * @param weight of the past, 0 (as it is) to below 1
   */
  Curve smoothed(double weight) {
    double[] smooth = new double[values.length];
    double average = 0;
    double correction = 1;
    for (int i = 0; i < values.length; i++) {
      average = weight * average + (1 - weight) * values[i];
      correction *= weight;
      smooth[i] = average / (1 - correction);
    }
    return new Curve(name, steps, smooth);
  }

  /** At most {@code count} points: the mean of each of as many equal runs of points. */
  Curve thinned(int count) {
    if (values.length <= count) {
      return this;
    }
    double[] fewerSteps = new double[count];
    double[] fewerValues = new double[count];
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * values.length / count);
      int to = (int) ((long) (i + 1) * values.length / count);
      fewerSteps[i] = Arrays.stream(steps, from, to).average().orElseThrow();
      fewerValues[i] = Arrays.stream(values, from, to).average().orElseThrow();
    }
    return new Curve(name, fewerSteps, fewerValues);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Curve that
        && name.equals(that.name)
        && Arrays.equals(steps, that.steps)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * name.hashCode() + Arrays.hashCode(steps)) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Curve[" + name + ", " + steps.length + " points]";
  }
}
