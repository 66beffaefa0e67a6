package dev.lookahead.worldmodel.tensor;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of every operation's result; refuses operands that do not fit. Shared by all
 * interpreters.
 */
public final class ShapeRules {

  private ShapeRules() {}

  /** {@link TensorOps#linear}. */
  public static Shape linear(Shape x, Shape weight, @Nullable Shape bias) {
    require(weight.rank() == 2 && x.rank() >= 1 && x.last() == weight.size(1), "linear", x, weight);
    if (bias != null) {
      require(bias.rank() == 1 && bias.last() == weight.size(0), "linear bias", weight, bias);
    }
    return x.with(-1, weight.size(0));
  }

  /** {@link TensorOps#matMul}. */
  public static Shape matMul(Shape a, Shape b) {
    require(a.rank() >= 2 && b.rank() >= 2 && a.last() == b.size(-2), "matMul", a, b);
    Shape lead = a.without(-1).without(-1).broadcast(b.without(-1).without(-1));
    int[] sizes = Arrays.copyOf(lead.toArray(), lead.rank() + 2);
    sizes[lead.rank()] = a.size(-2);
    sizes[lead.rank() + 1] = b.last();
    return Shape.of(sizes);
  }

  /** {@link TensorOps#layerNorm}. */
  public static Shape layerNorm(Shape x, @Nullable Shape weight, @Nullable Shape bias) {
    for (Shape parameter : new @Nullable Shape[] {weight, bias}) {
      if (parameter != null) {
        require(parameter.rank() == 1 && parameter.last() == x.last(), "layerNorm", x, parameter);
      }
    }
    return x;
  }

  /** {@link TensorOps#attention}. */
  public static Shape attention(Shape q, Shape k, Shape v, @Nullable Shape mask) {
    require(
        q.rank() == 4 && k.rank() == 4 && q.last() == k.last() && q.size(1) == k.size(1),
        "attention",
        q,
        k);
    require(v.rank() == 4 && v.size(-2) == k.size(-2) && v.size(1) == k.size(1), "attention", k, v);
    Shape scores = q.with(-1, k.size(-2));
    if (mask != null) {
      require(scores.broadcast(mask).equals(scores), "attention mask", scores, mask);
    }
    return q.with(-1, v.last());
  }

  /** {@link TensorOps#conv2d}. */
  public static Shape conv2d(Shape x, Shape weight, @Nullable Shape bias, int stride, int padding) {
    require(
        x.rank() == 4 && weight.rank() == 4 && x.size(1) == weight.size(1), "conv2d", x, weight);
    if (bias != null) {
      require(bias.rank() == 1 && bias.last() == weight.size(0), "conv2d bias", weight, bias);
    }
    int height = (x.size(2) + 2 * padding - weight.size(2)) / stride + 1;
    int width = (x.size(3) + 2 * padding - weight.size(3)) / stride + 1;
    require(height >= 1 && width >= 1, "conv2d", x, weight);
    return Shape.of(x.size(0), weight.size(0), height, width);
  }

  /** {@link TensorOps#mean} and {@link TensorOps#sum}. */
  public static Shape reduce(Shape x, boolean keep, int... axes) {
    int[] sizes = x.toArray();
    for (int axis : axes) {
      sizes[x.axis(axis)] = -1;
    }
    return Shape.of(
        keep
            ? Arrays.stream(sizes).map(size -> size < 0 ? 1 : size).toArray()
            : Arrays.stream(sizes).filter(size -> size >= 0).toArray());
  }

  /** {@link TensorOps#reshape}. */
  public static Shape reshape(Shape x, int... sizes) {
    Shape shape = Shape.of(sizes);
    require(shape.count() == x.count(), "reshape", x, shape);
    return shape;
  }

  /** {@link TensorOps#permute}. */
  public static Shape permute(Shape x, int... order) {
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    boolean complete = order.length == x.rank();
    for (int i = 0; complete && i < sorted.length; i++) {
      complete = sorted[i] == i;
    }
    if (!complete) {
      throw new IllegalArgumentException(
          "permute of " + x + " needs each axis once, got " + Arrays.toString(order));
    }
    return Shape.of(Arrays.stream(order).map(x::size).toArray());
  }

  /** {@link TensorOps#expand}. */
  public static Shape expand(Shape x, int... sizes) {
    Shape shape = Shape.of(sizes);
    require(x.broadcast(shape).equals(shape), "expand", x, shape);
    return shape;
  }

  /** {@link TensorOps#slice}. */
  public static Shape slice(Shape x, int axis, int from, int to) {
    if (from < 0 || from >= to || to > x.size(axis)) {
      throw new IllegalArgumentException(
          "slice [" + from + ", " + to + ") does not fit axis " + axis + " of " + x);
    }
    return x.with(axis, to - from);
  }

  /** {@link TensorOps#select}. */
  public static Shape select(Shape x, int axis, int... indices) {
    for (int index : indices) {
      if (index < 0 || index >= x.size(axis)) {
        throw new IllegalArgumentException(
            "index " + index + " does not exist on axis " + axis + " of " + x);
      }
    }
    return x.with(axis, indices.length);
  }

  /** {@link TensorOps#gather}. */
  public static Shape gather(Shape x, Shape index) {
    require(x.rank() == 3 && index.rank() == 2 && x.size(0) == index.size(0), "gather", x, index);
    return x.with(1, index.size(1));
  }

  /** The shape of each part of {@link TensorOps#split}. */
  public static Shape split(Shape x, int parts, int axis) {
    if (parts < 1 || x.size(axis) % parts != 0) {
      throw new IllegalArgumentException(
          "axis " + axis + " of " + x + " does not split into " + parts + " equal parts");
    }
    return x.with(axis, x.size(axis) / parts);
  }

  /** {@link TensorOps#concat}. */
  public static Shape concat(List<Shape> parts, int axis) {
    Shape first = parts.get(0);
    int total = 0;
    for (Shape part : parts) {
      require(
          part.rank() == first.rank() && part.without(axis).equals(first.without(axis)),
          "concat",
          first,
          part);
      total += part.size(axis);
    }
    return first.with(axis, total);
  }

  /** {@link TensorOps#stack}. */
  public static Shape stack(List<Shape> parts, int axis) {
    Shape first = parts.get(0);
    for (Shape part : parts) {
      require(part.equals(first), "stack", first, part);
    }
    int at = axis < 0 ? axis + first.rank() + 1 : axis;
    int[] sizes = new int[first.rank() + 1];
    for (int i = 0, j = 0; i < sizes.length; i++) {
      sizes[i] = i == at ? parts.size() : first.size(j++);
    }
    return Shape.of(sizes);
  }

  private static void require(boolean fits, String operation, Shape a, Shape b) {
    if (!fits) {
      throw new IllegalArgumentException(operation + " does not fit shapes " + a + " and " + b);
    }
  }
}
