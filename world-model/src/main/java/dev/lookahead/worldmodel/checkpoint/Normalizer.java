package dev.lookahead.worldmodel.checkpoint;

import java.util.Arrays;
import java.util.List;

/**
 * Standardisation per axis, (x - mean) / std, as a model saw it in training. Immutable, equality by
 * content.
 */
public final class Normalizer {

  private final float[] mean;
  private final float[] std;

  /**
   * @param mean per axis, finite; copied
   * @param std the standard deviation per axis, finite and above zero; copied
   * @throws IllegalArgumentException naming the axis that breaks a rule
   */
  public Normalizer(float[] mean, float[] std) {
    if (mean.length != std.length) {
      throw new IllegalArgumentException(
          "a normalizer has as many means as standard deviations, got "
              + mean.length
              + " and "
              + std.length);
    }
    for (int axis = 0; axis < mean.length; axis++) {
      if (!Float.isFinite(mean[axis]) || !Float.isFinite(std[axis]) || std[axis] <= 0) {
        throw new IllegalArgumentException(
            "axis %d needs a finite mean and a finite std above 0, got %s and %s"
                .formatted(axis, mean[axis], std[axis]));
      }
    }
    this.mean = mean.clone();
    this.std = std.clone();
  }

  /** The same of lists. */
  public static Normalizer of(List<Float> mean, List<Float> std) {
    return new Normalizer(array(mean), array(std));
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return array;
  }

  /** Leaves every value as it is. */
  public static Normalizer identity(int axes) {
    float[] std = new float[axes];
    Arrays.fill(std, 1f);
    return new Normalizer(new float[axes], std);
  }

  /** The number of axes. */
  public int size() {
    return mean.length;
  }

  /** A copy of the mean per axis. */
  public float[] mean() {
    return mean.clone();
  }

  /** A copy of the standard deviation per axis. */
  public float[] std() {
    return std.clone();
  }

  /** Standardises values [..., axes] in place. */
  public void normalize(float[] values) {
    normalize(values, 0, values.length);
  }

  /** Standardises some of the values in place, whole vectors [..., axes]. */
  public void normalize(float[] values, int from, int count) {
    requireWhole(count);
    for (int i = 0; i < count; i++) {
      int axis = i % mean.length;
      values[from + i] = (values[from + i] - mean[axis]) / std[axis];
    }
  }

  /** Undoes {@link #normalize} in place. */
  public void denormalize(float[] values) {
    requireWhole(values.length);
    for (int i = 0; i < values.length; i++) {
      int axis = i % mean.length;
      values[i] = values[i] * std[axis] + mean[axis];
    }
  }

  private void requireWhole(int count) {
    if (mean.length == 0 ? count > 0 : count % mean.length != 0) {
      throw new IllegalArgumentException(
          "values come in groups of " + mean.length + ", got " + count);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Normalizer that
        && Arrays.equals(mean, that.mean)
        && Arrays.equals(std, that.std);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(mean) + Arrays.hashCode(std);
  }

  @Override
  public String toString() {
    return "Normalizer[mean=" + Arrays.toString(mean) + ", std=" + Arrays.toString(std) + "]";
  }
}
