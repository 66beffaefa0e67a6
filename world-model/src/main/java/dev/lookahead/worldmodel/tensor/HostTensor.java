package dev.lookahead.worldmodel.tensor;

import java.util.Arrays;

/** A float32 tensor on the Java heap, row-major. Immutable, equality by content. */
public final class HostTensor {

  private final Shape shape;
  private final float[] values;

  private HostTensor(Shape shape, float[] values) {
    this.shape = shape;
    this.values = values;
  }

  /**
   * A tensor of the given values, copied.
   *
   * @throws IllegalArgumentException if the number of values is not that of the shape
   */
  public static HostTensor of(Shape shape, float... values) {
    return owning(shape, values.clone());
  }

  /** A tensor that takes the array over: the caller must not write to it again. */
  public static HostTensor owning(Shape shape, float[] values) {
    if (values.length != shape.count()) {
      throw new IllegalArgumentException(
          "a tensor " + shape + " has " + shape.count() + " values, got " + values.length);
    }
    return new HostTensor(shape, values);
  }

  /** A tensor filled with one value. */
  public static HostTensor filled(Shape shape, float value) {
    float[] values = new float[shape.count()];
    Arrays.fill(values, value);
    return new HostTensor(shape, values);
  }

  /** Its extents. */
  public Shape shape() {
    return shape;
  }

  /** The value at a flat, row-major index. */
  public float get(int index) {
    return values[index];
  }

  /** A copy of the values. */
  public float[] toArray() {
    return values.clone();
  }

  /** Copies the values into a buffer at its position. */
  public void copyTo(java.nio.FloatBuffer target) {
    target.put(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor that
        && shape.equals(that.shape)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "HostTensor" + shape;
  }
}
