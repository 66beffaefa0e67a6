package dev.lookahead.sim.tworoom;

import dev.lookahead.sim.raster.Tiling;

/**
 * Where Two-Room is black: border lines 4 px thick that run over the full image, and the wall
 * between the rooms except at the door.
 */
final class TwoRoomScenery {

  private static final double LINE = 4;

  /** An edge of a pixel lies half a pixel before its centre. */
  private static final double HALF = 0.5;

  private static final double FAR = TwoRoom.IMAGE_SIDE;
  private static final double BORDER = TwoRoom.BORDER;

  private static final double[] X_EDGES =
      edges(TwoRoom.WALL_X - TwoRoom.WALL_HALF_WIDTH, TwoRoom.WALL_X + TwoRoom.WALL_HALF_WIDTH);
  private static final double[] Y_EDGES =
      edges(TwoRoom.DOOR_Y - TwoRoom.DOOR_HALF_HEIGHT, TwoRoom.DOOR_Y + TwoRoom.DOOR_HALF_HEIGHT);

  private static final int FIRST_LINE = 1;
  private static final int MIDDLE = 3;
  private static final int SECOND_LINE = 5;

  private TwoRoomScenery() {}

  /** Outside, line, room, wall or door, room, line, outside; spans of whole pixels. */
  private static double[] edges(double firstPixel, double lastPixel) {
    return new double[] {
      -HALF,
      BORDER - LINE - HALF,
      BORDER - HALF,
      firstPixel - HALF,
      lastPixel + HALF,
      FAR - BORDER - HALF,
      FAR - BORDER + LINE - HALF,
      FAR - HALF
    };
  }

  static Tiling walls() {
    return new Tiling(
        X_EDGES, Y_EDGES, (i, j) -> isLine(i) || isLine(j) || (i == MIDDLE && j != MIDDLE));
  }

  private static boolean isLine(int tile) {
    return tile == FIRST_LINE || tile == SECOND_LINE;
  }
}
