package dev.lookahead.sim.forkedcorridor;

import dev.lookahead.sim.FramePoint;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.raster.Disc;
import dev.lookahead.sim.raster.Tiling;
import dev.lookahead.sim.raster.Viewport;
import dev.lookahead.worldmodel.CameraFrame;

/**
 * Draws corridor, lift and robot from straight above; the coin is not to be seen. Walls by exact
 * coverage.
 */
final class ForkedCorridorRenderer implements FrameRenderer {

  private static final int[] WALL = {70, 76, 92};
  private static final int[] FLOOR = {236, 236, 228};
  private static final int[] LIFT = {196, 204, 216};
  private static final int[] ROBOT = {214, 40, 40};

  private static final double LIFT_HALF_WIDTH = 0.5;

  /** Wall, stem, lift, branches, wall. */
  private static final double[] X_EDGES = {
    0,
    ForkedCorridor.NEAR_END_X,
    ForkedCorridor.FORK_X - LIFT_HALF_WIDTH,
    ForkedCorridor.FORK_X + LIFT_HALF_WIDTH,
    ForkedCorridor.FAR_END_X,
    ForkedCorridor.SIDE
  };

  /** Wall, upper branch, wall, stem, wall, lower branch, wall. */
  private static final double[] Y_EDGES = {
    0,
    Lane.UPPER.middle() - ForkedCorridor.HALF_WIDTH,
    Lane.UPPER.middle() + ForkedCorridor.HALF_WIDTH,
    Lane.STEM.middle() - ForkedCorridor.HALF_WIDTH,
    Lane.STEM.middle() + ForkedCorridor.HALF_WIDTH,
    Lane.LOWER.middle() - ForkedCorridor.HALF_WIDTH,
    Lane.LOWER.middle() + ForkedCorridor.HALF_WIDTH,
    ForkedCorridor.SIDE
  };

  private static final Tiling FLOORS =
      new Tiling(X_EDGES, Y_EDGES, (i, j) -> (i == 1 && j == 3) || (i == 3 && (j == 1 || j == 5)));
  private static final Tiling LIFTS =
      new Tiling(X_EDGES, Y_EDGES, (i, j) -> i == 2 && j > 0 && j < 6);

  private final Viewport viewport;
  private final byte[] scenery;
  private final byte[] rgb;
  private final Disc robot;

  ForkedCorridorRenderer(FrameSize size) {
    viewport = Viewport.stretched(size, 0, 0, ForkedCorridor.SIDE, ForkedCorridor.SIDE);
    scenery = scenery(viewport);
    rgb = new byte[scenery.length];
    robot = new Disc(size, ForkedCorridor.ROBOT_RADIUS / viewport.pitchX(), ROBOT);
  }

  private static byte[] scenery(Viewport viewport) {
    float[] floor = FLOORS.coverage(viewport);
    float[] lift = LIFTS.coverage(viewport);
    byte[] rgb = new byte[floor.length * 3];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      int channel = i % 3;
      float level =
          WALL[channel]
              + (FLOOR[channel] - WALL[channel]) * floor[pixel]
              + (LIFT[channel] - WALL[channel]) * lift[pixel];
      rgb[i] = (byte) (int) (level + 0.5f);
    }
    return rgb;
  }

  @Override
  public CameraFrame render(double[] state, long stampNanos) {
    System.arraycopy(scenery, 0, rgb, 0, rgb.length);
    robot.paint(rgb, viewport.column(state[0]), viewport.row(state[1]));
    FrameSize size = viewport.size();
    return new CameraFrame(size.width(), size.height(), rgb, stampNanos);
  }

  @Override
  public FramePoint locate(double[] state) {
    return new FramePoint(viewport.column(state[0]), viewport.row(state[1]));
  }
}
