package dev.lookahead.worldmodel.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A float32 tensor of the Java program, row-major: on the heap, or in a mapped file of which only
 * the pages that are read take memory. Immutable, equality by content.
 */
public final class HostTensor {

  private final Shape shape;
  private final FloatBuffer values;
  private final @Nullable ByteBuffer mapped;

  private HostTensor(Shape shape, FloatBuffer values, @Nullable ByteBuffer mapped) {
    if (values.remaining() != shape.count()) {
      throw new IllegalArgumentException(
          "a tensor " + shape + " has " + shape.count() + " values, got " + values.remaining());
    }
    this.shape = shape;
    this.values = values;
    this.mapped = mapped;
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
    return new HostTensor(shape, FloatBuffer.wrap(values), null);
  }

  /**
   * A tensor in memory outside the heap, which it keeps alive: nobody may write to it any more.
   *
   * @param memory a direct buffer whose remaining bytes are the values, little-endian
   */
  public static HostTensor mapped(Shape shape, ByteBuffer memory) {
    if (!memory.isDirect()) {
      throw new IllegalArgumentException("mapped memory is a direct buffer, got one on the heap");
    }
    ByteBuffer own = memory.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return new HostTensor(shape, own.asFloatBuffer(), own);
  }

  /** A tensor filled with one value. */
  public static HostTensor filled(Shape shape, float value) {
    float[] values = new float[shape.count()];
    Arrays.fill(values, value);
    return owning(shape, values);
  }

  /** Its extents. */
  public Shape shape() {
    return shape;
  }

  /** The value at a flat, row-major index. */
  public float get(int index) {
    return values.get(index);
  }

  /** A copy of the values. */
  public float[] toArray() {
    float[] copy = new float[values.remaining()];
    values.duplicate().get(copy);
    return copy;
  }

  /** Copies the values into a buffer at its position. */
  public void copyTo(FloatBuffer target) {
    target.put(values.duplicate());
  }

  /**
   * Its bytes where an engine can compute with them in place, read-only and little-endian; null if
   * it lies on the heap, or if this machine's numbers begin with their other end.
   */
  public @Nullable ByteBuffer memory() {
    return mapped == null || ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN
        ? null
        : mapped.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HostTensor that
        && shape.equals(that.shape)
        && ((values.hasArray() && that.values.hasArray())
            ? Arrays.equals(values.array(), that.values.array())
            : Arrays.equals(toArray(), that.toArray()));
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(toArray());
  }

  @Override
  public String toString() {
    return "HostTensor" + shape;
  }
}
