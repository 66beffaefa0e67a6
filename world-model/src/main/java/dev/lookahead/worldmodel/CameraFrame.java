package dev.lookahead.worldmodel;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * One colour image: unsigned 8-bit RGB, row-major [height, width, 3], x to the right, y down.
 *
 * <p>Immutable: the constructor takes a copy and {@link #rgb()} is a read-only view. Equality is by
 * content.
 */
public final class CameraFrame {

  private static final int MAX_SIDE = 8192;

  private final int width;
  private final int height;
  private final byte[] rgb;
  private final long stampNanos;

  /**
   * @param width pixels, 1 to 8192
   * @param height pixels, 1 to 8192
   * @param rgb exactly {@code height * width * 3} bytes; copied
   * @param stampNanos when the image was taken, nanoseconds on the clock of its source
   * @throws IllegalArgumentException if the size is out of range or the byte count differs from it
   */
  public CameraFrame(int width, int height, byte[] rgb, long stampNanos) {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException(
          "a frame is 1 to " + MAX_SIDE + " pixels on each side, got " + width + "x" + height);
    }
    if (rgb.length != width * height * 3) {
      throw new IllegalArgumentException(
          "a "
              + width
              + "x"
              + height
              + " RGB frame has "
              + width * height * 3
              + " bytes, got "
              + rgb.length);
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb.clone();
    this.stampNanos = stampNanos;
  }

  /** Width in pixels. */
  public int width() {
    return width;
  }

  /** Height in pixels. */
  public int height() {
    return height;
  }

  /** When the image was taken, in nanoseconds on the clock of its source. */
  public long stampNanos() {
    return stampNanos;
  }

  /** The pixels [height, width, 3] as a read-only view that starts at the first byte. */
  public ByteBuffer rgb() {
    return ByteBuffer.wrap(rgb).asReadOnlyBuffer();
  }

  /** One channel of one pixel as 0 to 255; channel 0 is red, 1 green, 2 blue. */
  public int sample(int x, int y, int channel) {
    return Byte.toUnsignedInt(rgb[(y * width + x) * 3 + channel]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CameraFrame that
        && width == that.width
        && height == that.height
        && stampNanos == that.stampNanos
        && Arrays.equals(rgb, that.rgb);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(rgb) + Long.hashCode(stampNanos);
  }

  @Override
  public String toString() {
    return "CameraFrame[" + width + "x" + height + " at " + stampNanos + " ns]";
  }
}
