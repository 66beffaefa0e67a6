package dev.lookahead.launch.bench.ros;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A camera's stream of rgb8 images.
 *
 * @param width pixels, 1 to 8192
 * @param height pixels, 1 to 8192
 * @param hertz images in a second, 1 to 1000
 */
public record ImageStream(int width, int height, int hertz) {

  private static final int MOST_PIXELS = 8192;
  private static final int MOST_HERTZ = 1000;
  private static final Pattern TEXT = Pattern.compile("(\\d{1,4})x(\\d{1,4})@(\\d{1,4})");

  /** Checks the ranges. */
  public ImageStream {
    if (width < 1 || width > MOST_PIXELS || height < 1 || height > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "width and height must be 1 to %d, got %dx%d".formatted(MOST_PIXELS, width, height));
    }
    if (hertz < 1 || hertz > MOST_HERTZ) {
      throw new IllegalArgumentException("hertz must be 1 to " + MOST_HERTZ + ", got " + hertz);
    }
  }

  /**
   * Reads {@code 640x480@60}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static ImageStream parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "a stream must be like 640x480@60, got '%s'".formatted(text));
    }
    return new ImageStream(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  /** Bytes of the pixels of one image. */
  int bytes() {
    return 3 * width * height;
  }

  @Override
  public String toString() {
    return width + "x" + height + "@" + hertz;
  }
}
