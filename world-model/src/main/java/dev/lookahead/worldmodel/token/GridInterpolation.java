package dev.lookahead.worldmodel.token;

import dev.lookahead.worldmodel.tensor.HostTensor;
import dev.lookahead.worldmodel.tensor.Shape;

/**
 * Vectors on one grid as vectors on another, bicubic: how DINOv2 and I-JEPA read pictures of
 * another size than they were trained on. The kernel is Keys 1981 with a = -0.75, pixels are areas,
 * borders repeat and nothing is smoothed first: PyTorch's {@code interpolate(mode="bicubic",
 * align_corners=False)}, as Hugging Face's models call it. (DINOv2's own code adds 0.1 to the
 * target size by default, which moves the result by some thousandths.)
 */
public final class GridInterpolation {

  private static final double A = -0.75;
  private static final int TAPS = 4;

  private GridInterpolation() {}

  /**
   * Interpolates.
   *
   * @param vectors [N, D], one per place of {@code from}
   * @param from a grid of one tubelet
   * @param to a grid of one tubelet
   * @return [M, D], one per place of {@code to}; the same tensor if the grids are equal
   */
  public static HostTensor bicubic(HostTensor vectors, TokenGrid from, TokenGrid to) {
    if (from.tubelets() != 1 || to.tubelets() != 1 || vectors.shape().size(0) != from.tokens()) {
      throw new IllegalArgumentException(
          "positions of pictures are interpolated, one vector per place, got "
              + vectors.shape()
              + " from "
              + from
              + " to "
              + to);
    }
    if (from.equals(to)) {
      return vectors;
    }
    int width = vectors.shape().last();
    float[] source = vectors.toArray();
    float[] result = new float[to.tokens() * width];
    for (int token = 0; token < to.tokens(); token++) {
      double row = center(to.row(token), to.rows(), from.rows());
      double column = center(to.column(token), to.columns(), from.columns());
      for (int i = 0; i < TAPS; i++) {
        int sourceRow = clamp((int) Math.floor(row) - 1 + i, from.rows());
        for (int j = 0; j < TAPS; j++) {
          int sourceColumn = clamp((int) Math.floor(column) - 1 + j, from.columns());
          double weight = weight(row, i) * weight(column, j);
          int at = from.token(0, sourceRow, sourceColumn) * width;
          for (int channel = 0; channel < width; channel++) {
            result[token * width + channel] += (float) (weight * source[at + channel]);
          }
        }
      }
    }
    return HostTensor.owning(Shape.of(to.tokens(), width), result);
  }

  /** Where the middle of a place lies on the other grid. */
  private static double center(int index, int size, int otherSize) {
    return (index + 0.5) * otherSize / size - 0.5;
  }

  private static int clamp(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  private static double weight(double position, int tap) {
    double distance = Math.abs(position - Math.floor(position) + 1 - tap);
    return distance <= 1
        ? ((A + 2) * distance - (A + 3)) * distance * distance + 1
        : ((A * distance - 5 * A) * distance + 8 * A) * distance - 4 * A;
  }
}
