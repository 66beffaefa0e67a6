package dev.lookahead.sim.tworoom;

/**
 * How Two-Room draws goals.
 *
 * @param goalInOtherRoom whether the goal is always in the room the agent does not start in, clear
 *     of the wall
 * @param minGoalSteps fewest steps in which the goal could be reached at 5 px per step on a path
 *     through the door's centre where needed, 0 to 30
 */
public record TwoRoomSettings(boolean goalInOtherRoom, int minGoalSteps) {

  /** Above 30, some starts would have hardly a goal. */
  private static final int MAX_STEPS = 30;

  /** Checks the range. */
  public TwoRoomSettings {
    if (minGoalSteps < 0 || minGoalSteps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "minGoalSteps is 0 to " + MAX_STEPS + ", got " + minGoalSteps);
    }
  }

  /** Goals anywhere inside the border. */
  public static TwoRoomSettings defaults() {
    return new TwoRoomSettings(false, 0);
  }

  /** Goals behind the door and at least 25 steps away: the constraint of the published data. */
  public static TwoRoomSettings crossRoom() {
    return new TwoRoomSettings(true, 25);
  }

  boolean accepts(double[] start, double[] goal) {
    boolean crosses = start[0] < TwoRoom.WALL_X != goal[0] < TwoRoom.WALL_X;
    double clearance = TwoRoom.WALL_HALF_WIDTH + TwoRoom.AGENT_RADIUS;
    if (goalInOtherRoom && (!crosses || Math.abs(goal[0] - TwoRoom.WALL_X) <= clearance)) {
      return false;
    }
    double path =
        crosses
            ? toDoor(start) + toDoor(goal)
            : StrictMath.hypot(goal[0] - start[0], goal[1] - start[1]);
    return path >= minGoalSteps * TwoRoom.SPEED;
  }

  private static double toDoor(double[] position) {
    return StrictMath.hypot(position[0] - TwoRoom.WALL_X, position[1] - TwoRoom.DOOR_Y);
  }
}
