package dev.lookahead.worldmodel.tensor;

/**
 * The declared form of an input.
 *
 * @param name what it is called in errors
 * @param shape its extents
 * @param type its element type
 */
public record TensorSpec(String name, Shape shape, ElementType type) {

  /** A float32 input. */
  public static TensorSpec floats(String name, int... sizes) {
    return new TensorSpec(name, Shape.of(sizes), ElementType.FLOAT32);
  }

  /** An unsigned 8-bit input. */
  public static TensorSpec bytes(String name, int... sizes) {
    return new TensorSpec(name, Shape.of(sizes), ElementType.UINT8);
  }

  /** An input of indices, for {@link TensorOps#gather}. */
  public static TensorSpec indices(String name, int... sizes) {
    return new TensorSpec(name, Shape.of(sizes), ElementType.INT64);
  }
}
