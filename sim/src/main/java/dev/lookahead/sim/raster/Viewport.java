package dev.lookahead.sim.raster;

import dev.lookahead.sim.FrameSize;

/**
 * Which part of a world a frame shows. Column {@code i} covers world x from {@code left + i *
 * pitchX} to {@code left + (i + 1) * pitchX}; rows likewise from the top.
 *
 * @param size the frame
 * @param left world x of the left edge
 * @param top world y of the upper edge
 * @param pitchX world units per column, above zero
 * @param pitchY world units per row; negative where world y points up
 */
public record Viewport(FrameSize size, double left, double top, double pitchX, double pitchY) {

  /** A world rectangle stretched over the whole frame, y down. */
  public static Viewport stretched(
      FrameSize size, double left, double top, double width, double height) {
    return new Viewport(size, left, top, width / size.width(), height / size.height());
  }

  /** A world rectangle centred on the origin, as large as fits undistorted, y up. */
  public static Viewport centred(FrameSize size, double width, double height) {
    double pitch = Math.max(width / size.width(), height / size.height());
    return new Viewport(size, -pitch * size.width() / 2, pitch * size.height() / 2, pitch, -pitch);
  }

  /** A world x in columns from the left edge. */
  public double column(double x) {
    return (x - left) / pitchX;
  }

  /** A world y in rows from the upper edge. */
  public double row(double y) {
    return (y - top) / pitchY;
  }

  /** The world x of a column's centre. */
  public double centreX(int column) {
    return left + (column + 0.5) * pitchX;
  }

  /** The world y of a row's centre. */
  public double centreY(int row) {
    return top + (row + 0.5) * pitchY;
  }
}
