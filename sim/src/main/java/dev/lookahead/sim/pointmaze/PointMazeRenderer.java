package dev.lookahead.sim.pointmaze;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.raster.Disc;
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

  private final Viewport viewport;
  private final byte[] scenery;
  private final byte[] rgb;
  private final Disc ball;

  PointMazeRenderer(Maze maze, FrameSize size) {
    viewport =
        Viewport.centred(
            size, maze.width() - 2 * HIDDEN_OUTER_WALL, maze.height() - 2 * HIDDEN_OUTER_WALL);
    scenery = scenery(maze, viewport);
    rgb = new byte[scenery.length];
    double radius = Math.max(DRAWN_RADIUS / viewport.pitchX(), MIN_RADIUS_PIXELS);
    ball = new Disc(size, radius, BALL);
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
    ball.paint(rgb, viewport.column(state[0]), viewport.row(state[1]));
    return new CameraFrame(width, height, rgb, stampNanos);
  }

  @Override
  public FramePoint locate(double[] state) {
    return new FramePoint(viewport.column(state[0]), viewport.row(state[1]));
  }
}
