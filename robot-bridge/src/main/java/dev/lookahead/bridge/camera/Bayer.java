package dev.lookahead.bridge.camera;

/**
 * Colours from a sensor whose pixels see one colour each: bilinear, each missing colour the rounded
 * mean of its two or four nearest neighbours, mirrored at the border. Keeps its row buffers.
 */
final class Bayer {

  private int[] above = new int[0];
  private int[] own = new int[0];
  private int[] below = new int[0];

  /**
   * Decodes a part of a row.
   *
   * @param redX 0 if red is in the even columns, else 1
   * @param redY 0 if red is in the even rows, else 1
   */
  void read(RawRows image, int y, int x, int count, int redX, int redY, byte[] rgb) {
    if (own.length < count + 2) {
      above = new int[count + 2];
      own = new int[count + 2];
      below = new int[count + 2];
    }
    load(image, mirrored(y - 1, image.height()), x, count, above);
    load(image, y, x, count, own);
    load(image, mirrored(y + 1, image.height()), x, count, below);
    boolean redRow = (y & 1) == redY;
    boolean wide = image.isWide();
    // The colour of a row's coloured pixels, and the one its rows above and below have.
    int rowChannel = redRow ? 0 : 2;
    int colouredX = redRow ? redX : 1 - redX;
    for (int i = 0; i < count; i++) {
      int at = i + 1;
      int sides = own[at - 1] + own[at + 1];
      int column = above[at] + below[at];
      int rowColour;
      int green;
      int otherColour;
      if (((x + i) & 1) == colouredX) {
        int corners = above[at - 1] + above[at + 1] + below[at - 1] + below[at + 1];
        rowColour = own[at];
        green = (sides + column + 2) >> 2;
        otherColour = (corners + 2) >> 2;
      } else {
        rowColour = (sides + 1) >> 1;
        green = own[at];
        otherColour = (column + 1) >> 1;
      }
      rgb[3 * i + rowChannel] = (byte) (wide ? RawRows.to8(rowColour) : rowColour);
      rgb[3 * i + 1] = (byte) (wide ? RawRows.to8(green) : green);
      rgb[3 * i + 2 - rowChannel] = (byte) (wide ? RawRows.to8(otherColour) : otherColour);
    }
  }

  /** Samples x - 1 to x + count, what lies outside mirrored. */
  private static void load(RawRows image, int y, int x, int count, int[] samples) {
    int begin = Math.max(0, x - 1);
    int end = Math.min(image.width(), x + count + 1);
    image.samples(y, begin, end - begin, samples, begin - (x - 1));
    if (x == 0) {
      samples[0] = samples[2];
    }
    if (x + count == image.width()) {
      samples[count + 1] = samples[count - 1];
    }
  }

  private static int mirrored(int index, int size) {
    if (index < 0) {
      return -index;
    }
    return index < size ? index : 2 * size - 2 - index;
  }
}
