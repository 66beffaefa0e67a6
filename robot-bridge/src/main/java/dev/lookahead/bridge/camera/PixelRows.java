package dev.lookahead.bridge.camera;

/** A checked image that gives its rows as colours, whatever it is stored as. */
interface PixelRows {

  /** Pixels of a row. */
  int width();

  /** Number of rows. */
  int height();

  /**
   * Decodes one row.
   *
   * @param y 0 to height - 1, from the top
   * @param rgb receives {@code width * 3} bytes; may be longer
   */
  void read(int y, byte[] rgb);
}
