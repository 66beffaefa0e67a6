package dev.lookahead.sim.pointmaze;

import dev.lookahead.sim.ActionNoise;
import dev.lookahead.sim.FrameRenderer;
import dev.lookahead.sim.FrameSize;
import dev.lookahead.sim.ScriptedPolicy;
import dev.lookahead.sim.StateAxis;
import dev.lookahead.sim.UniformPolicy;
import dev.lookahead.sim.World;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The rules of PointMaze as in Gymnasium-Robotics ({@code envs/maze/point_maze.py}). State: (x, y,
 * vx, vy) in m and m/s. Success: at most 0.45 m from the goal, whatever the speed.
 *
 * <p>A single frame does not show the velocity: let the robot feel {@code vx} and {@code vy}, or
 * give the model more than one frame.
 *
 * <p>What differs: start and goal are drawn from Java's generators, and the camera looks straight
 * down without perspective.
 */
public final class PointMaze implements World {

  private static final double MAX_SPEED = 5;
  private static final double SUCCESS_DISTANCE = 0.45;
  private static final double POSITION_NOISE = 0.25;
  private static final double START_CLEARANCE = 0.5;
  private static final double WALL_CLEARANCE = 0.01;
  private static final double RANDOM_HOLD_SECONDS = 0.25;
  private static final long PHYSICS_NANOS = 10_000_000;

  private static final ActionSpace ACTIONS =
      new ActionSpace(
          List.of(new ActionAxis("x", "100 N", -1, 1), new ActionAxis("y", "100 N", -1, 1)));
  private static final List<StateAxis> STATE =
      List.of(
          new StateAxis("x", "m"),
          new StateAxis("y", "m"),
          new StateAxis("vx", "m/s"),
          new StateAxis("vy", "m/s"));

  private final PointMazeSettings settings;
  private final Maze maze;
  private final BallDynamics dynamics;
  private final List<Cell> freeCells;

  /** PointMaze with the given walls and timing. */
  public PointMaze(PointMazeSettings settings) {
    this.settings = settings;
    this.maze = settings.maze();
    this.dynamics = new BallDynamics(maze, settings.contactLaw());
    this.freeCells = maze.freeCells();
  }

  @Override
  public String name() {
    return "point-maze-" + maze.name();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "maze", String.join("/", maze.rows()),
        "frameSkip", Integer.toString(settings.frameSkip()),
        "contactLaw", settings.contactLaw().name());
  }

  @Override
  public ActionSpace actionSpace() {
    return ACTIONS;
  }

  @Override
  public List<StateAxis> stateAxes() {
    return STATE;
  }

  @Override
  public long controlPeriodNanos() {
    return settings.frameSkip() * PHYSICS_NANOS;
  }

  /** At rest, up to 0.25 m per axis from the centre of any free cell. */
  @Override
  public double[] drawStart(RandomGenerator random) {
    return near(drawCell(random), random);
  }

  /** Like a start, around the centre of a cell that is more than 0.5 m from the start. */
  @Override
  public double[] drawGoal(double[] start, RandomGenerator random) {
    Cell cell = drawCell(random);
    while (length(maze.left(cell) + 0.5 - start[0], maze.top(cell) - 0.5 - start[1])
        <= START_CLEARANCE) {
      cell = drawCell(random);
    }
    return near(cell, random);
  }

  private Cell drawCell(RandomGenerator random) {
    return freeCells.get(random.nextInt(freeCells.size()));
  }

  private double[] near(Cell cell, RandomGenerator random) {
    double x = maze.left(cell) + 0.5 + random.nextDouble(-POSITION_NOISE, POSITION_NOISE);
    double y = maze.top(cell) - 0.5 + random.nextDouble(-POSITION_NOISE, POSITION_NOISE);
    return new double[] {(float) x, (float) y, 0, 0};
  }

  /** The ball's centre must be in the open; the ball itself may touch a wall. */
  @Override
  public void checkState(double[] state) {
    if (inWall(state, -WALL_CLEARANCE, -WALL_CLEARANCE)
        || inWall(state, -WALL_CLEARANCE, WALL_CLEARANCE)
        || inWall(state, WALL_CLEARANCE, -WALL_CLEARANCE)
        || inWall(state, WALL_CLEARANCE, WALL_CLEARANCE)) {
      throw new IllegalArgumentException(
          "the ball's centre is at least "
              + WALL_CLEARANCE
              + " m from every wall of maze '"
              + maze.name()
              + "', got x = "
              + (float) state[0]
              + ", y = "
              + (float) state[1]);
    }
  }

  private boolean inWall(double[] state, double dx, double dy) {
    Cell cell = maze.cellAt(state[0] + dx, state[1] + dy);
    return maze.isWall(cell.row(), cell.column());
  }

  /** Clips the velocity to 5 m/s per axis once, then takes {@code frameSkip} physics steps. */
  @Override
  public double[] next(double[] state, Action action) {
    double[] next = state.clone();
    next[2] = clip(state[2], MAX_SPEED);
    next[3] = clip(state[3], MAX_SPEED);
    double controlX = clip(action.get(0), 1);
    double controlY = clip(action.get(1), 1);
    for (int i = 0; i < settings.frameSkip(); i++) {
      dynamics.advance(next, controlX, controlY);
    }
    return next;
  }

  private static double clip(double value, double bound) {
    return Math.max(-bound, Math.min(bound, value));
  }

  /** Between the positions, in m. */
  @Override
  public double distance(double[] state, double[] goal) {
    return length(state[0] - goal[0], state[1] - goal[1]);
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }

  @Override
  public double successDistance() {
    return SUCCESS_DISTANCE;
  }

  @Override
  public boolean reached(double[] state, double[] goal) {
    return distance(state, goal) <= SUCCESS_DISTANCE;
  }

  @Override
  public FrameRenderer renderer(FrameSize size) {
    return new PointMazeRenderer(maze, size);
  }

  @Override
  public ScriptedPolicy expert() {
    return new PointMazeExpert(maze);
  }

  /** Standard deviation 0.5, as in the Minari data sets. */
  @Override
  public ActionNoise publishedNoise() {
    return new ActionNoise(0.5, 0);
  }

  /** Uniform actions held for a quarter of a second: shorter ones leave the ball where it is. */
  @Override
  public ScriptedPolicy randomPolicy(RandomGenerator random) {
    double periodSeconds = settings.frameSkip() * BallDynamics.TIME_STEP;
    int hold = (int) Math.max(1, Math.round(RANDOM_HOLD_SECONDS / periodSeconds));
    return new UniformPolicy(ACTIONS, hold, random);
  }
}
