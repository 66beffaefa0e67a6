package dev.lookahead.sim;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A {@link World} behind the robot port: keeps state, goal and simulated time, and draws a frame
 * when it is looked at.
 */
public final class EmbeddedSimulator implements Simulator {

  private final World world;
  private final Sensors sensors;
  private final int[] felt;
  private final FrameRenderer camera;

  private FrameSize lastSize;
  private FrameRenderer lastRenderer;
  private double[] state;
  private double[] goal;
  private long steps;
  private @Nullable Observation seen;

  /**
   * Makes the simulator and resets it.
   *
   * @throws IllegalArgumentException if the sensors name a state axis the world does not have
   */
  public EmbeddedSimulator(World world, Sensors sensors, long seed) {
    this.world = world;
    this.sensors = sensors;
    this.felt = sensors.indices(world.stateAxes());
    this.camera = world.renderer(sensors.frameSize());
    this.lastSize = sensors.frameSize();
    this.lastRenderer = camera;
    SplittableRandom random = new SplittableRandom(seed);
    this.state = world.drawStart(random);
    this.goal = world.drawGoal(state, random);
  }

  @Override
  public String world() {
    return world.name();
  }

  @Override
  public ActionSpace actionSpace() {
    return world.actionSpace();
  }

  @Override
  public List<StateAxis> stateAxes() {
    return world.stateAxes();
  }

  @Override
  public FrameSize frameSize() {
    return sensors.frameSize();
  }

  @Override
  public long controlPeriodNanos() {
    return world.controlPeriodNanos();
  }

  @Override
  public void reset(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] start = world.drawStart(random);
    become(start, world.drawGoal(start, random), 0);
  }

  @Override
  public float[] state() {
    return narrow(state);
  }

  @Override
  public void setState(float[] state) {
    become(checked(widen(state)), goal, steps);
  }

  @Override
  public float[] goalState() {
    return narrow(goal);
  }

  @Override
  public void setGoalState(float[] goal) {
    this.goal = checked(widen(goal));
  }

  @Override
  public double goalDistance() {
    return world.distance(state, goal);
  }

  @Override
  public boolean terminated() {
    return world.reached(state, goal);
  }

  @Override
  public StepResult step(Action action) {
    requireNumbers(action);
    become(world.next(state, action), goal, steps + 1);
    return new StepResult(steps, goalDistance(), terminated());
  }

  @Override
  public Observation observe() {
    Observation observation = seen;
    if (observation == null) {
      float[] values = new float[felt.length];
      for (int i = 0; i < felt.length; i++) {
        values[i] = (float) state[felt[i]];
      }
      CameraFrame frame = camera.render(state, Math.multiplyExact(steps, controlPeriodNanos()));
      observation = new Observation(frame, new Proprioception(values));
      seen = observation;
    }
    return observation;
  }

  @Override
  public CameraFrame render(float[] state, FrameSize size) {
    double[] shown = checked(widen(state));
    if (!size.equals(lastSize)) {
      lastRenderer = size.equals(sensors.frameSize()) ? camera : world.renderer(size);
      lastSize = size;
    }
    return lastRenderer.render(shown, 0);
  }

  @Override
  public Snapshot snapshot() {
    return new Snapshot(world.name(), state, goal, steps);
  }

  @Override
  public void restore(Snapshot snapshot) {
    if (!snapshot.world().equals(world.name())) {
      throw new IllegalArgumentException(
          "this simulator is '"
              + world.name()
              + "', the snapshot was taken in '"
              + snapshot.world()
              + "'");
    }
    become(checked(snapshot.state()), checked(snapshot.goal()), snapshot.steps());
  }

  /** Nothing to release. */
  @Override
  public void close() {}

  private void become(double[] state, double[] goal, long steps) {
    this.state = state;
    this.goal = goal;
    this.steps = steps;
    this.seen = null;
  }

  private double[] checked(double[] values) {
    requireSize("a state", world.stateAxes().size(), values.length);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "a state is finite, got " + world.stateAxes().get(i).name() + " = " + values[i]);
      }
    }
    world.checkState(values);
    return values;
  }

  private void requireNumbers(Action action) {
    requireSize("an action", world.actionSpace().size(), action.size());
    for (int i = 0; i < action.size(); i++) {
      if (Float.isNaN(action.get(i))) {
        throw new IllegalArgumentException("an action has no NaN, got " + action);
      }
    }
  }

  private void requireSize(String what, int expected, int found) {
    if (found != expected) {
      throw new IllegalArgumentException(
          what + " of '" + world.name() + "' has " + expected + " values, got " + found);
    }
  }

  private static double[] widen(float[] values) {
    double[] widened = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      widened[i] = values[i];
    }
    return widened;
  }

  private static float[] narrow(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }
}
