package dev.lookahead.bridge.ros1.tf;

/**
 * How much a tree keeps.
 *
 * @param historyNanos how far back places are kept; above 0
 * @param maxStamps per frame, 2 to 1 000 000
 * @param maxFrames 1 to 1 000 000
 */
public record TransformTreeLimits(long historyNanos, int maxStamps, int maxFrames) {

  private static final int MOST = 1_000_000;

  /** Refuses limits outside their range. */
  public TransformTreeLimits {
    if (historyNanos <= 0) {
      throw new IllegalArgumentException("historyNanos must be above 0, got " + historyNanos);
    }
    if (maxStamps < 2 || maxStamps > MOST) {
      throw new IllegalArgumentException(
          "maxStamps must be in 2 .. " + MOST + ", got " + maxStamps);
    }
    if (maxFrames < 1 || maxFrames > MOST) {
      throw new IllegalArgumentException(
          "maxFrames must be in 1 .. " + MOST + ", got " + maxFrames);
    }
  }

  /** Ten seconds, as tf2; up to 10 000 stamps of each of 1000 frames. */
  public static TransformTreeLimits defaults() {
    return new TransformTreeLimits(10_000_000_000L, 10_000, 1_000);
  }
}
