package dev.lookahead.bridge;

import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Observation;

/**
 * The port to a robot: a real one, a simulated one or a recording. Everything above it is the same
 * for all three; which one runs is decided once, where the program is put together.
 *
 * <p>An adapter is ready when its constructor or factory returns: it is connected and holds a first
 * observation, or opening it has failed with a sentence. Each adapter documents the clock of its
 * stamps and the order and units of its proprioception.
 *
 * <p>Thread: one at a time, the thread of the control loop. An adapter may receive on threads of
 * its own; what it hands out is immutable.
 *
 * <p>Failure: a lost link is an {@link java.io.UncheckedIOException} from {@link #observe()} or
 * {@link #act(Action)}. A robot that merely falls silent is no failure here: {@code observe} then
 * repeats the last observation, and {@link #receive} tells its age.
 */
public interface RobotIo extends AutoCloseable {

  /** The commands this robot accepts, with their units and ranges; the same for its lifetime. */
  ActionSpace actionSpace();

  /** The time one action lasts, in nanoseconds, above zero; the same for the robot's lifetime. */
  long controlPeriodNanos();

  /** The latest observation. Does not wait for a newer one. */
  Observation observe();

  /**
   * The latest observation and when it arrived. A robot whose observations come by themselves
   * overrides this; one that is observed by asking has just been asked.
   *
   * @param nowNanos the time now, on the monotonic clock of receipts
   */
  default Sighting receive(long nowNanos) {
    return new Sighting(observe(), nowNanos);
  }

  /**
   * Sends one action. Returns once it is handed over, not once the robot has followed it; a
   * simulator has advanced by one control period when this returns.
   *
   * <p>The action must have passed the guard: an adapter limits nothing on behalf of a real robot.
   *
   * @throws IllegalArgumentException if the action's size is not that of {@link #actionSpace()}
   */
  void act(Action action);

  /** Releases the link. Closing twice does nothing; no other call may follow. */
  @Override
  void close();
}
