package dev.lookahead.sim;

/**
 * The size of a rendered camera frame.
 *
 * @param width pixels, 16 to 1024
 * @param height pixels, 16 to 1024
 */
public record FrameSize(int width, int height) {

  private static final int MIN_SIDE = 16;
  private static final int MAX_SIDE = 1024;

  /** Refuses sizes nothing can be seen at, and sizes that only cost memory. */
  public FrameSize {
    if (width < MIN_SIDE || height < MIN_SIDE || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a simulated frame is "
              + MIN_SIDE
              + " to "
              + MAX_SIDE
              + " pixels on each side, got "
              + width
              + "x"
              + height);
    }
  }

  /** A square frame. */
  public static FrameSize square(int side) {
    return new FrameSize(side, side);
  }
}
