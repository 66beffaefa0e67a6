package dev.lookahead.bridge.camera;

/**
 * How depth becomes grey: linear from 0 at {@code nearMetres} to 255 at {@code farMetres}, clamped.
 * Unknown depth is 0. An infinite depth is the end it points to (REP 117).
 *
 * @param nearMetres at least 0
 * @param farMetres above near
 */
public record DepthRange(double nearMetres, double farMetres) {

  /** The grey of a pixel without depth. */
  static final int UNKNOWN = 0;

  /**
   * @throws IllegalArgumentException if near or far is out of range
   */
  public DepthRange {
    if (!(nearMetres >= 0 && nearMetres < farMetres && farMetres < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "depth range is 0 <= nearMetres < farMetres, got %s and %s"
              .formatted(nearMetres, farMetres));
    }
  }

  /** 0 to 5 m: a tabletop or a room. */
  public static DepthRange defaults() {
    return new DepthRange(0, 5);
  }

  /** The grey of a depth, 0 to 255. */
  int grey(float metres) {
    if (Float.isNaN(metres)) {
      return UNKNOWN;
    }
    double share = (metres - nearMetres) / (farMetres - nearMetres);
    return (int) (255 * Math.min(1, Math.max(0, share)) + 0.5);
  }
}
