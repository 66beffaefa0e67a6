package dev.lookahead.sim.pointmaze;

/**
 * Which PointMaze.
 *
 * @param maze the walls
 * @param frameSkip physics steps of 0.01 s per action, 1 to 20: 1 in Gymnasium-Robotics, 5 in D4RL
 *     and DINO-WM
 * @param contactLaw the version of MuJoCo whose walls these are
 */
public record PointMazeSettings(Maze maze, int frameSkip, ContactLaw contactLaw) {

  private static final int MAX_FRAME_SKIP = 20;

  /** Checks the range. */
  public PointMazeSettings {
    if (frameSkip < 1 || frameSkip > MAX_FRAME_SKIP) {
      throw new IllegalArgumentException(
          "frameSkip is 1 to " + MAX_FRAME_SKIP + ", got " + frameSkip);
    }
  }

  /** The U maze at 100 Hz with the walls of MuJoCo 3.14. */
  public static PointMazeSettings defaults() {
    return new PointMazeSettings(Maze.U, 1, ContactLaw.MUJOCO_3_14);
  }
}
