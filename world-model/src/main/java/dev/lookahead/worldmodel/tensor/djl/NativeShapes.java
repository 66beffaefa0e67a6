package dev.lookahead.worldmodel.tensor.djl;

import dev.lookahead.worldmodel.tensor.Shape;
import java.util.Arrays;

/** Our shapes as DJL's and back. */
final class NativeShapes {

  private NativeShapes() {}

  static ai.djl.ndarray.types.Shape toNative(Shape shape) {
    return new ai.djl.ndarray.types.Shape(longs(shape.toArray()));
  }

  static Shape fromNative(ai.djl.ndarray.types.Shape shape) {
    return Shape.of(Arrays.stream(shape.getShape()).mapToInt(Math::toIntExact).toArray());
  }

  static long[] longs(int... values) {
    return Arrays.stream(values).asLongStream().toArray();
  }
}
