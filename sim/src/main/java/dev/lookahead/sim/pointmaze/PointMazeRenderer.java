package dev.lookahead.sim.pointmaze;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.raster.Tiling;
import dev.lookahead.sim.raster.Viewport;
import dev.lookahead.worldmodel.CameraFrame;

/**
 * Draws the maze from straight above, as large as it fits, +y up. Of the outer walls 0.3 m show, so
 * that pixels are spent where the ball can be; what lies beyond is wall. Walls by exact coverage;
 * the ball by scan lines that are exact along x, eight to a pixel.
 *
 * <p>As in the published camera image the ball is drawn with radius 0.2 m, twice its physical
 * radius, and never with less than 2 pixels, so that it can be seen in a large maze.
 */
final class PointMazeRenderer implements FrameRenderer {

  private static final int[] FLOOR = {236, 236, 228};
  private static final int[] WALL = {120, 86, 60};
  private static final int[] BALL = {12, 130, 60};

  private static final double HIDDEN_OUTER_WALL = 0.7;
  private static final double DRAWN_RADIUS = 0.2;
  private static final double MIN_RADIUS_PIXELS = 2;
  private static final int SCAN_LINES = 8;

  private final Viewport viewport;
  private final double radius;
  private final byte[] scenery;
  private final byte[] rgb;
  private final double[] rowCoverage;

  PointMazeRenderer(Maze maze, FrameSize size) {
    viewport =
        Viewport.centred(
            size, maze.width() - 2 * HIDDEN_OUTER_WALL, maze.height() - 2 * HIDDEN_OUTER_WALL);
    radius = Math.max(DRAWN_RADIUS / viewport.pitchX(), MIN_RADIUS_PIXELS);
    scenery = scenery(maze, viewport);
    rgb = new byte[scenery.length];
    rowCoverage = new double[size.width()];
  }

  private static byte[] scenery(Maze maze, Viewport viewport) {
    double[] xEdges = new double[maze.width() + 1];
    for (int i = 0; i < xEdges.length; i++) {
      xEdges[i] = i - maze.width() / 2.0;
    }
    double[] yEdges = new double[maze.height() + 1];
    for (int j = 0; j < yEdges.length; j++) {
      yEdges[j] = maze.height() / 2.0 - j;
    }
    float[] floor = new Tiling(xEdges, yEdges, (i, j) -> !maze.isWall(j, i)).coverage(viewport);
    byte[] rgb = new byte[floor.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) mix(WALL[i % 3], FLOOR[i % 3], floor[i / 3]);
    }
    return rgb;
  }

  private static int mix(int under, int over, double share) {
    return (int) (under + (over - under) * share + 0.5);
  }

  @Override
  public CameraFrame render(double[] state, long stampNanos) {
    System.arraycopy(scenery, 0, rgb, 0, rgb.length);
    int width = viewport.size().width();
    int height = viewport.size().height();
    double x = viewport.column(state[0]);
    double y = viewport.row(state[1]);
    int left = Math.max(0, (int) (x - radius));
    int right = Math.min(width, (int) (x + radius) + 1);
    int top = Math.max(0, (int) (y - radius));
    int bottom = Math.min(height, (int) (y + radius) + 1);
    for (int row = top; row < bottom; row++) {
      cover(x, row - y, left, right);
      for (int column = left; column < right; column++) {
        int at = 3 * (row * width + column);
        for (int c = 0; c < 3; c++) {
          rgb[at + c] = (byte) mix(rgb[at + c] & 0xff, BALL[c], rowCoverage[column]);
        }
      }
    }
    return new CameraFrame(width, height, rgb, stampNanos);
  }

  @Override
  public FramePoint locate(double[] state) {
    return new FramePoint(viewport.column(state[0]), viewport.row(state[1]));
  }

  /** How much of each pixel of a row the ball covers; {@code above}: row top less ball centre. */
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
