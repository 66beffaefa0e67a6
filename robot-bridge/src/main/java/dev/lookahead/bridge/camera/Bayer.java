package dev.lookahead.bridge.camera;

/**
 * Colours from a sensor whose pixels see one colour each: bilinear, each missing colour the rounded
 * mean of its two or four nearest neighbours, mirrored at the border.
 */
final class Bayer {

  private Bayer() {}

  /**
   * Decodes one row.
   *
   * @param redX 0 if red is in the even columns, else 1
   * @param redY 0 if red is in the even rows, else 1
   */
  static void row(RawRows image, int y, int redX, int redY, byte[] rgb) {
    boolean wide = image.layout().encoding().bytesPerPixel() == 2;
    boolean redRow = (y & 1) == redY;
    int up = mirrored(y - 1, image.height());
    int down = mirrored(y + 1, image.height());
    for (int x = 0; x < image.width(); x++) {
      int left = mirrored(x - 1, image.width());
      int right = mirrored(x + 1, image.width());
      int own = image.sample(x, y);
      int rowColour;
      int green;
      int otherColour;
      if (((x & 1) == redX) == redRow) {
        rowColour = own;
        green =
            mean(
                image.sample(left, y),
                image.sample(right, y),
                image.sample(x, up),
                image.sample(x, down));
        otherColour =
            mean(
                image.sample(left, up),
                image.sample(right, up),
                image.sample(left, down),
                image.sample(right, down));
      } else {
        rowColour = mean(image.sample(left, y), image.sample(right, y));
        green = own;
        otherColour = mean(image.sample(x, up), image.sample(x, down));
      }
      put(rgb, x, redRow ? rowColour : otherColour, green, redRow ? otherColour : rowColour, wide);
    }
  }

  private static int mirrored(int index, int size) {
    if (index < 0) {
      return -index;
    }
    return index < size ? index : 2 * size - 2 - index;
  }

  private static int mean(int a, int b) {
    return (a + b + 1) >> 1;
  }

  private static int mean(int a, int b, int c, int d) {
    return (a + b + c + d + 2) >> 2;
  }

  private static void put(byte[] rgb, int x, int red, int green, int blue, boolean wide) {
    rgb[3 * x] = (byte) (wide ? RawRows.to8(red) : red);
    rgb[3 * x + 1] = (byte) (wide ? RawRows.to8(green) : green);
    rgb[3 * x + 2] = (byte) (wide ? RawRows.to8(blue) : blue);
  }
}
