package dev.lookahead.bridge.camera;

/** A checked image that gives its rows as colours, whatever it is stored as. */
interface PixelRows {

  /** Pixels of a row. */
  int width();

  /** Number of rows. */
  int height();

  /**
   * Decodes a part of one row.
   *
   * @param y the row, from the top
   * @param x the first pixel
   * @param count how many pixels
   * @param rgb receives {@code count * 3} bytes; may be longer
   */
  void read(int y, int x, int count, byte[] rgb);
}
