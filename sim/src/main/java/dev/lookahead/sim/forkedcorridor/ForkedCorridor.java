package dev.lookahead.sim.forkedcorridor;

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
 * The rules of the forked corridor. A stem runs along x from 0.5 m to the fork at 4.5 m; from there
 * an upper and a lower branch run on to 9.5 m, 6 m apart in y. Who crosses the fork to the right is
 * carried by the lift to a branch in the same step: to the upper one if the coin, tossed then,
 * shows heads. Who crosses it to the left is carried back to the stem.
 *
 * <p>State: (x, y) of the robot in m, x right, y down, and the coin, which is on no picture.
 */
public final class ForkedCorridor implements World {

  static final double SIDE = 10;
  static final double NEAR_END_X = 0.5;
  static final double FORK_X = 4.5;
  static final double FAR_END_X = 9.5;
  static final double HALF_WIDTH = 1;
  static final double ROBOT_RADIUS = 0.5;

  /** How far from a lane's middle the robot's centre gets. */
  static final double PLAY = HALF_WIDTH - ROBOT_RADIUS;

  private static final double SPEED = 0.4;
  private static final double SUCCESS_DISTANCE = 0.8;
  private static final double NEAREST_GOAL_X = 7;
  private static final int RANDOM_HOLD_STEPS = 8;
  private static final long PERIOD_NANOS = 100_000_000;

  private static final ActionSpace ACTIONS =
      new ActionSpace(
          List.of(
              new ActionAxis("x", "0.4 m/step", -1, 1), new ActionAxis("y", "0.4 m/step", -1, 1)));
  private static final List<StateAxis> STATE =
      List.of(new StateAxis("x", "m"), new StateAxis("y", "m"), new StateAxis("coin", "1"));

  @Override
  public String name() {
    return "forked-corridor";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public ActionSpace actionSpace() {
    return ACTIONS;
  }

  @Override
  public List<StateAxis> stateAxes() {
    return STATE;
  }

  /** 10 Hz. */
  @Override
  public long controlPeriodNanos() {
    return PERIOD_NANOS;
  }

  /** Uniform in the stem. */
  @Override
  public double[] drawStart(RandomGenerator random) {
    return drawn(Lane.STEM, NEAR_END_X + ROBOT_RADIUS, FORK_X - ROBOT_RADIUS, random);
  }

  /** Uniform in the far half of either branch. */
  @Override
  public double[] drawGoal(double[] start, RandomGenerator random) {
    Lane branch = random.nextBoolean() ? Lane.UPPER : Lane.LOWER;
    return drawn(branch, NEAREST_GOAL_X, FAR_END_X - ROBOT_RADIUS, random);
  }

  private static double[] drawn(Lane lane, double fromX, double toX, RandomGenerator random) {
    double x = (float) random.nextDouble(fromX, toX);
    double y = (float) (lane.middle() + random.nextDouble(-PLAY, PLAY));
    return new double[] {x, y, Coin.draw(random)};
  }

  /** Inside one of the lanes, with a coin that can be. */
  @Override
  public void checkState(double[] state) {
    double x = state[0];
    double y = state[1];
    Lane lane = Lane.of(x, y);
    if (x < NEAR_END_X || x > FAR_END_X || Math.abs(y - lane.middle()) > HALF_WIDTH) {
      throw new IllegalArgumentException(
          "x is %.1f to %.1f m and y within %.0f m of 5 before the fork at %.1f m, of 2 or 8 after it, got %s and %s"
              .formatted(NEAR_END_X, FAR_END_X, HALF_WIDTH, FORK_X, (float) x, (float) y));
    }
    if (!Coin.valid(state[2])) {
      throw new IllegalArgumentException(
          "coin is a whole number from 0 to " + (Coin.VALUES - 1) + ", got " + (float) state[2]);
    }
  }

  @Override
  public double[] next(double[] state, Action action) {
    Lane before = Lane.of(state[0], state[1]);
    double offset = state[1] - before.middle() + unit(action.get(1)) * SPEED;
    double x = state[0] + unit(action.get(0)) * SPEED;
    x = Math.max(NEAR_END_X + ROBOT_RADIUS, Math.min(FAR_END_X - ROBOT_RADIUS, x));
    boolean arrives = before == Lane.STEM && x >= FORK_X;
    double coin = arrives ? Coin.tossed(state[2]) : state[2];
    Lane after = before;
    if (arrives) {
      after = Coin.heads(coin) ? Lane.UPPER : Lane.LOWER;
    } else if (x < FORK_X) {
      after = Lane.STEM;
    }
    return new double[] {
      (float) x, (float) (after.middle() + Math.max(-PLAY, Math.min(PLAY, offset))), coin
    };
  }

  private static double unit(float command) {
    return Math.max(-1, Math.min(1, command));
  }

  /** Between the positions, in m, as the crow flies. */
  @Override
  public double distance(double[] state, double[] goal) {
    return StrictMath.hypot(state[0] - goal[0], state[1] - goal[1]);
  }

  @Override
  public double successDistance() {
    return SUCCESS_DISTANCE;
  }

  @Override
  public boolean reached(double[] state, double[] goal) {
    return distance(state, goal) < SUCCESS_DISTANCE;
  }

  @Override
  public FrameRenderer renderer(FrameSize size) {
    return new ForkedCorridorRenderer(size);
  }

  @Override
  public ScriptedPolicy expert() {
    return new ForkedCorridorExpert();
  }

  /** Standard deviation 0.3; nobody published data of this world. */
  @Override
  public ActionNoise publishedNoise() {
    return new ActionNoise(0.3, 0);
  }

  /** Uniform actions held for eight steps: shorter ones stay where they are. */
  @Override
  public ScriptedPolicy randomPolicy(RandomGenerator random) {
    return new UniformPolicy(ACTIONS, RANDOM_HOLD_STEPS, random);
  }
}
