package dev.lookahead.sim.pointmaze;

import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.worldmodel.Action;
import org.jspecify.annotations.Nullable;

/**
 * Steers for the centre of the next cell on the shortest path, and for the goal itself once in its
 * cell: a proportional-derivative controller with the gains of Minari's waypoint controller (10 on
 * the position error in m, 1 on the velocity in m/s). Two neighbouring cells form a rectangle, so
 * the straight way to the next centre is free.
 */
final class PointMazeExpert implements ScriptedPolicy {

  private static final double POSITION_GAIN = 10;
  private static final double VELOCITY_GAIN = 1;

  private final Maze maze;
  private @Nullable Cell goalCell;
  private @Nullable ShortestPaths paths;

  PointMazeExpert(Maze maze) {
    this.maze = maze;
  }

  @Override
  public Action act(float[] state, float[] goal) {
    Cell at = maze.cellAt(state[0], state[1]);
    Cell target = maze.cellAt(goal[0], goal[1]);
    if (at.equals(target)) {
      return toward(state, goal[0], goal[1]);
    }
    Cell next = pathsTo(target).next(at);
    return toward(state, maze.left(next) + 0.5, maze.top(next) - 0.5);
  }

  private ShortestPaths pathsTo(Cell target) {
    ShortestPaths known = paths;
    if (known == null || !target.equals(goalCell)) {
      known = new ShortestPaths(maze.rows(), target);
      paths = known;
      goalCell = target;
    }
    return known;
  }

  private static Action toward(float[] state, double x, double y) {
    return new Action(command(x - state[0], state[2]), command(y - state[1], state[3]));
  }

  private static float command(double error, double velocity) {
    double command = POSITION_GAIN * error - VELOCITY_GAIN * velocity;
    return (float) Math.max(-1, Math.min(1, command));
  }
}
