package dev.lookahead.sim.tworoom;

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
 * The rules of {@code swm/TwoRoom-v1} (stable-worldmodel, {@code envs/two_room/env.py}) with its
 * default geometry: a vertical wall with one door, an agent that moves 5 px per axis and step, so
 * diagonals are faster. State: (x, y) in px. Success: nearer than 16 px.
 *
 * <p>What differs: start and goal are drawn from Java's generators, so a seed does not give the
 * episode it gives there.
 */
public final class TwoRoom implements World {

  static final int IMAGE_SIDE = 224;
  static final int BORDER = 14;
  static final float AGENT_RADIUS = 7;
  static final float WALL_X = 112;
  static final float WALL_HALF_WIDTH = 5;
  static final float DOOR_Y = 49;
  static final float DOOR_HALF_HEIGHT = 14;
  static final float SPEED = 5;

  private static final float DOOR_MARGIN = 1.75f;
  private static final float PUSH_BACK = 0.5f;
  private static final float NEAR_WALL_LEFT = WALL_X - WALL_HALF_WIDTH - AGENT_RADIUS;
  private static final float NEAR_WALL_RIGHT = WALL_X + WALL_HALF_WIDTH + AGENT_RADIUS;
  private static final float SUCCESS_DISTANCE = 16;
  private static final long PERIOD_NANOS = 100_000_000;

  private static final ActionSpace ACTIONS =
      new ActionSpace(
          List.of(
              new ActionAxis("x", "5 px/step", -1, 1), new ActionAxis("y", "5 px/step", -1, 1)));
  private static final List<StateAxis> STATE =
      List.of(new StateAxis("x", "px"), new StateAxis("y", "px"));

  private final TwoRoomSettings settings;

  /** Two-Room with the given way of drawing goals. */
  public TwoRoom(TwoRoomSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "two-room";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "goalInOtherRoom", Boolean.toString(settings.goalInOtherRoom()),
        "minGoalSteps", Integer.toString(settings.minGoalSteps()));
  }

  @Override
  public ActionSpace actionSpace() {
    return ACTIONS;
  }

  @Override
  public List<StateAxis> stateAxes() {
    return STATE;
  }

  /** 10 Hz, the published frame rate. */
  @Override
  public long controlPeriodNanos() {
    return PERIOD_NANOS;
  }

  /** Uniform inside the border, but not beside the wall. */
  @Override
  public double[] drawStart(RandomGenerator random) {
    double[] start = drawAnywhere(random);
    while (start[0] >= NEAR_WALL_LEFT && start[0] <= NEAR_WALL_RIGHT) {
      start = drawAnywhere(random);
    }
    return start;
  }

  /** Uniform inside the border, drawn again until the settings are met. */
  @Override
  public double[] drawGoal(double[] start, RandomGenerator random) {
    double[] goal = drawAnywhere(random);
    while (!settings.accepts(start, goal)) {
      goal = drawAnywhere(random);
    }
    return goal;
  }

  private static double[] drawAnywhere(RandomGenerator random) {
    double high = IMAGE_SIDE - BORDER - 1;
    return new double[] {
      (float) random.nextDouble(BORDER, high), (float) random.nextDouble(BORDER, high)
    };
  }

  /** Any place in the image; published goals may lie inside the wall. */
  @Override
  public void checkState(double[] state) {
    for (int i = 0; i < 2; i++) {
      if (state[i] < 0 || state[i] > IMAGE_SIDE - 1) {
        throw new IllegalArgumentException(
            STATE.get(i).name() + " is 0 to " + (IMAGE_SIDE - 1) + " px, got " + (float) state[i]);
      }
    }
  }

  @Override
  public double[] next(double[] state, Action action) {
    float x = (float) state[0] + unit(action.get(0)) * SPEED;
    float y = (float) state[1] + unit(action.get(1)) * SPEED;
    x = insideBorder(x);
    y = insideBorder(y);
    if (!inDoor(y)) {
      if (state[0] < WALL_X) {
        x = x > NEAR_WALL_LEFT ? NEAR_WALL_LEFT - PUSH_BACK : x;
      } else {
        x = x < NEAR_WALL_RIGHT ? NEAR_WALL_RIGHT + PUSH_BACK : x;
      }
    }
    return new double[] {x, y};
  }

  private static float unit(float command) {
    return Math.max(-1, Math.min(1, command));
  }

  private static float insideBorder(float position) {
    float low = BORDER + AGENT_RADIUS;
    float high = IMAGE_SIDE - BORDER - AGENT_RADIUS;
    return Math.min(Math.max(position, low), high);
  }

  private static boolean inDoor(float y) {
    float reach = DOOR_HALF_HEIGHT + DOOR_MARGIN;
    return y >= DOOR_Y - reach && y <= DOOR_Y + reach;
  }

  /** Euclidean, in px, in single precision as published. */
  @Override
  public double distance(double[] state, double[] goal) {
    float dx = (float) state[0] - (float) goal[0];
    float dy = (float) state[1] - (float) goal[1];
    return (float) Math.sqrt(dx * dx + dy * dy);
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
    return new TwoRoomRenderer(size);
  }

  @Override
  public ScriptedPolicy expert() {
    return new TwoRoomExpert();
  }

  /** Standard deviation 2 on every axis, 5 % repeated actions. */
  @Override
  public ActionNoise publishedNoise() {
    return new ActionNoise(2, 0.05);
  }

  /** A new uniform action every step. */
  @Override
  public ScriptedPolicy randomPolicy(RandomGenerator random) {
    return new UniformPolicy(ACTIONS, 1, random);
  }
}
