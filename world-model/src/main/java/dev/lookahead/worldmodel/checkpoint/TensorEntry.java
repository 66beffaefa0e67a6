package dev.lookahead.worldmodel.checkpoint;

import dev.lookahead.worldmodel.tensor.Shape;
import java.util.List;

/**
 * One tensor in a safetensors file.
 *
 * @param name unique in its file
 * @param type what one element is
 * @param shape extents, outermost first; zero is allowed, empty is a scalar
 * @param begin its first byte, counted from the start of the data part
 * @param end the byte after its last
 */
public record TensorEntry(String name, DType type, List<Long> shape, long begin, long end) {

  /**
   * Copies the shape and checks that it fills exactly the bytes between begin and end.
   *
   * @throws IllegalArgumentException naming the bytes needed and the bytes found
   */
  public TensorEntry {
    shape = List.copyOf(shape);
    long needed = bytes(type, shape);
    if (begin < 0 || end < begin || end - begin != needed) {
      throw new IllegalArgumentException(
          "tensor '%s' %s %s needs %d bytes, its offsets [%d, %d] hold %d"
              .formatted(name, type, shape, needed, begin, end, end - begin));
    }
  }

  /**
   * The bytes a tensor takes.
   *
   * @throws IllegalArgumentException if an extent is negative or the product exceeds a long
   */
  static long bytes(DType type, List<Long> shape) {
    long bytes = type.bytes();
    for (long extent : shape) {
      if (extent < 0) {
        throw new IllegalArgumentException("an extent is at least 0, found shape " + shape);
      }
      try {
        bytes = Math.multiplyExact(bytes, extent);
      } catch (ArithmeticException overflow) {
        throw new IllegalArgumentException(
            "shape " + shape + " of " + type + " has more bytes than a file can hold", overflow);
      }
    }
    return bytes;
  }

  /** The bytes it takes. */
  public long bytes() {
    return end - begin;
  }

  /**
   * The extents as a tensor shape.
   *
   * @throws IllegalArgumentException if an extent is zero or the count exceeds an int
   */
  public Shape tensorShape() {
    if (shape.stream().anyMatch(extent -> extent > Integer.MAX_VALUE)) {
      throw new IllegalArgumentException("too many elements for one tensor: " + shape);
    }
    return Shape.of(shape.stream().mapToInt(Long::intValue).toArray());
  }
}
