package dev.lookahead.sim;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The rules of one embedded world, as functions of state vectors; it holds no state of its own and
 * may be shared between threads. {@link EmbeddedSimulator} turns it into a robot.
 *
 * <p>State vectors are doubles so that no world loses precision between steps; a world defined in
 * single precision keeps its values representable as float.
 */
public interface World {

  /** Its name, for example {@code two-room}. */
  String name();

  /**
   * Every setting that makes it differ from other worlds of this name, by the setting's name: what
   * was recorded under other settings is something else.
   */
  Map<String, String> settings();

  /** The commands it accepts. */
  ActionSpace actionSpace();

  /** What the components of a state are, in order. */
  List<StateAxis> stateAxes();

  /** The simulated time of one step in nanoseconds. */
  long controlPeriodNanos();

  /** Draws the state an episode begins in. */
  double[] drawStart(RandomGenerator random);

  /** Draws a goal state for an episode that begins in {@code start}. */
  double[] drawGoal(double[] start, RandomGenerator random);

  /**
   * Refuses a state that cannot be in this world.
   *
   * @param state of the right size and finite
   * @throws IllegalArgumentException naming what was expected and what was found
   */
  void checkState(double[] state);

  /**
   * The state after one control step. Moves values outside the action space to its bounds.
   *
   * @param state a possible state; only read
   * @param action of the right size and without NaN
   */
  double[] next(double[] state, Action action);

  /** The distance between two states that success is measured by. */
  double distance(double[] state, double[] goal);

  /** The {@link #distance} to a goal at which it begins to count as reached. */
  double successDistance();

  /** Whether {@code state} counts as having reached {@code goal}. */
  boolean reached(double[] state, double[] goal);

  /** A renderer for one frame size; belongs to the thread that asked. */
  FrameRenderer renderer(FrameSize size);

  /** The noise-free expert. */
  ScriptedPolicy expert();

  /** The noise that the published data recipe adds to the expert. */
  ActionNoise publishedNoise();

  /** Random actions, held long enough to move about the world. */
  ScriptedPolicy randomPolicy(RandomGenerator random);
}
