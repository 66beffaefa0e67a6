package dev.lookahead.sim.raster;

import dev.lookahead.sim.FrameSize;

/**
 * A filled circle painted over a frame, by scan lines that are exact along x, eight to a pixel. Not
 * thread-safe: it reuses its buffer.
 */
public final class Disc {

  private static final int SCAN_LINES = 8;

  private final FrameSize size;
  private final double radius;
  private final int[] colour;
  private final double[] rowCoverage;

  /**
   * A disc for frames of one size.
   *
   * @param radius in pixels
   * @param colour red, green and blue, 0 to 255
   */
  public Disc(FrameSize size, double radius, int[] colour) {
    this.size = size;
    this.radius = radius;
    this.colour = colour.clone();
    this.rowCoverage = new double[size.width()];
  }

  /**
   * Paints it.
   *
   * @param rgb the frame [height, width, 3], changed
   * @param x of the centre, in columns from the left edge
   * @param y of the centre, in rows from the upper edge
   */
  public void paint(byte[] rgb, double x, double y) {
    int left = Math.max(0, (int) (x - radius));
    int right = Math.min(size.width(), (int) (x + radius) + 1);
    int top = Math.max(0, (int) (y - radius));
    int bottom = Math.min(size.height(), (int) (y + radius) + 1);
    for (int row = top; row < bottom; row++) {
      cover(x, row - y, left, right);
      for (int column = left; column < right; column++) {
        int at = 3 * (row * size.width() + column);
        for (int c = 0; c < 3; c++) {
          int under = rgb[at + c] & 0xff;
          rgb[at + c] = (byte) (int) (under + (colour[c] - under) * rowCoverage[column] + 0.5);
        }
      }
    }
  }

  /** How much of each pixel of a row it covers; {@code above}: row top less centre. */
  private void cover(double x, double above, int left, int right) {
    for (int column = left; column < right; column++) {
      rowCoverage[column] = 0;
    }
    for (int line = 0; line < SCAN_LINES; line++) {
      double dy = above + (line + 0.5) / SCAN_LINES;
      double halfChord = Math.sqrt(Math.max(0, radius * radius - dy * dy));
      for (int column = left; column < right; column++) {
        double overlap = Math.min(column + 1, x + halfChord) - Math.max(column, x - halfChord);
        rowCoverage[column] += Math.max(0, overlap) / SCAN_LINES;
      }
    }
  }
}
