package dev.lookahead.sim;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import java.util.List;

/**
 * A robot in a world that can also be reset, put anywhere, asked how a goal would look, and copied.
 *
 * <p>Time is simulated: it is zero after a reset and advances by {@link #controlPeriodNanos()} with
 * every action, however long computing took. Frames are stamped with it. States are vectors whose
 * components are named by {@link #stateAxes()}; the goal is a state as well.
 *
 * <p>The same seed and actions give the same states and frames, bit for bit. A freshly made
 * simulator has been reset once. Thread: one at a time.
 */
public interface Simulator extends RobotIo {

  /** The name of the world, for example {@code two-room}. */
  String world();

  /** What the components of a state are, in order. */
  List<StateAxis> stateAxes();

  /** The size of the frames in observations. */
  FrameSize frameSize();

  /** Starts an episode: draws start and goal from the seed and sets the simulated time to zero. */
  void reset(long seed);

  /** A copy of the current state. */
  float[] state();

  /**
   * Puts the robot into a state; simulated time and goal stay.
   *
   * @throws IllegalArgumentException if the state has another size, is not finite, or cannot be
   */
  void setState(float[] state);

  /** A copy of the goal state. */
  float[] goalState();

  /**
   * Replaces the goal; the robot stays.
   *
   * @throws IllegalArgumentException as {@link #setState(float[])}
   */
  void setGoalState(float[] goal);

  /** The distance to the goal now, in the unit of the world's positions. */
  double goalDistance();

  /** Whether the world's success criterion holds now. The robot may be moved on all the same. */
  boolean terminated();

  /**
   * Moves values outside the action space to its bounds and advances one control period.
   *
   * @throws IllegalArgumentException if the action has another size or a value that is no number
   */
  StepResult step(Action action);

  @Override
  default void act(Action action) {
    step(action);
  }

  /**
   * What the camera would see in a state, drawn at any size. Such a picture was taken at no moment
   * of the run: its stamp is zero.
   *
   * @throws IllegalArgumentException as {@link #setState(float[])}
   */
  CameraFrame render(float[] state, FrameSize size);

  /** What the camera would see at the goal, at the size of the observations. */
  default Goal goal() {
    return new Goal(render(goalState(), frameSize()));
  }

  /** The episode as it stands. */
  Snapshot snapshot();

  /**
   * Continues from a snapshot.
   *
   * @throws IllegalArgumentException if it was taken in another world or its states cannot be in
   *     this one
   */
  void restore(Snapshot snapshot);
}
