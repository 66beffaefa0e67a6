package dev.lookahead.worldmodel.masking;

/**
 * What a positive number is drawn from, uniformly.
 *
 * @param min above zero
 * @param max at least min
 */
public record Range(double min, double max) {

  /** Checks the order. */
  public Range {
    if (!(min > 0 && max >= min && Double.isFinite(max))) {
      throw new IllegalArgumentException(
          "a range has 0 < min <= max, got min %s and max %s".formatted(min, max));
    }
  }

  /** A share of a grid, so at most one. */
  static void requireShare(String setting, Range range) {
    if (range.max() > 1) {
      throw new IllegalArgumentException(
          "%s is a share of the grid, at most 1, got max %s".formatted(setting, range.max()));
    }
  }

  double at(double share) {
    return min + share * (max - min);
  }
}
