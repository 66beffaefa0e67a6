package dev.lookahead.worldmodel.tensor;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The extents of a tensor, outermost axis first; the empty shape is a scalar. Immutable. */
public final class Shape {

  private final int[] sizes;

  private Shape(int[] sizes) {
    this.sizes = sizes;
  }

  /**
   * A shape of the given extents.
   *
   * @param sizes extents, each at least one
   * @throws IllegalArgumentException if an extent is below one or the element count exceeds an int
   */
  public static Shape of(int... sizes) {
    long count = 1;
    for (int size : sizes) {
      if (size < 1) {
        throw new IllegalArgumentException(
            "every extent is at least 1, got " + Arrays.toString(sizes));
      }
      count *= size;
      if (count > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "too many elements for one tensor: " + Arrays.toString(sizes));
      }
    }
    return new Shape(sizes.clone());
  }

  /** The shape of a single number. */
  public static Shape scalar() {
    return new Shape(new int[0]);
  }

  /** The number of axes. */
  public int rank() {
    return sizes.length;
  }

  /** The extent of an axis; negative axes count from the end. */
  public int size(int axis) {
    return sizes[axis(axis)];
  }

  /** The extent of the last axis. */
  public int last() {
    return size(-1);
  }

  /** The number of elements. */
  public int count() {
    int count = 1;
    for (int size : sizes) {
      count *= size;
    }
    return count;
  }

  /** A copy of the extents. */
  public int[] toArray() {
    return sizes.clone();
  }

  /** The axis as an index from zero; negative axes count from the end. */
  public int axis(int axis) {
    int index = axis < 0 ? axis + sizes.length : axis;
    if (index < 0 || index >= sizes.length) {
      throw new IllegalArgumentException("axis " + axis + " does not exist in " + this);
    }
    return index;
  }

  /** This shape with another extent along one axis. */
  public Shape with(int axis, int size) {
    int[] changed = sizes.clone();
    changed[axis(axis)] = size;
    return of(changed);
  }

  /** This shape without one axis. */
  public Shape without(int axis) {
    int gone = axis(axis);
    return new Shape(
        IntStream.range(0, rank()).filter(i -> i != gone).map(i -> sizes[i]).toArray());
  }

  /**
   * The shape two operands broadcast to: aligned at the last axis, extents equal or one.
   *
   * @throws IllegalArgumentException naming both shapes if they do not fit
   */
  public Shape broadcast(Shape other) {
    int rank = Math.max(rank(), other.rank());
    int[] joined = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int a = i <= rank() ? sizes[rank() - i] : 1;
      int b = i <= other.rank() ? other.sizes[other.rank() - i] : 1;
      if (a != b && a != 1 && b != 1) {
        throw new IllegalArgumentException(
            "shapes " + this + " and " + other + " do not broadcast");
      }
      joined[rank - i] = Math.max(a, b);
    }
    return new Shape(joined);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(sizes, that.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return Arrays.toString(sizes);
  }
}
