package dev.lookahead.launch.report.page;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.launch.report.CurvePanel;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything a {@link DrivePage} shows.
 *
 * @param title the robot and the model
 * @param ending why it ended, in words that follow "It ended "
 * @param periodNanos from one tick to the next, above 0
 * @param ticks how many there were
 * @param commands how many of them sent something to the robot
 * @param goals in the order in which they were pursued
 * @param states from the first tick to the last, without gaps
 * @param times what took how long
 * @param faults what went wrong or kept the robot from moving
 * @param curves over the ticks
 * @param conditions how the results came about
 */
public record DriveReport(
    String title,
    String ending,
    long periodNanos,
    long ticks,
    long commands,
    List<Visit> goals,
    List<StateSpan> states,
    List<TimeRow> times,
    List<FaultRow> faults,
    List<CurvePanel> curves,
    List<ConditionGroup> conditions) {

  private static final double NANOS_PER_SECOND = 1e9;

  /** How the way to a goal ended. */
  public enum Arrival {
    REACHED,
    GIVEN_UP,
    /** The drive ended, or other goals came, before it was reached. */
    OPEN
  }

  /**
   * The way to a goal.
   *
   * @param endTick the tick at which it ended
   * @param distance that remained, in the model's units; empty if it was not reached
   * @param goal the picture to reach, where it is known
   * @param seen what the camera saw at the end
   */
  public record Visit(
      Arrival arrival,
      long endTick,
      OptionalDouble distance,
      Optional<CameraFrame> goal,
      Optional<CameraFrame> seen) {}

  /**
   * A time in one safety state.
   *
   * @param endTick the first tick that is not in it any more
   * @param why what stood against moving when it began
   */
  public record StateSpan(long startTick, long endTick, SafetyState state, List<String> why) {

    long ticks() {
      return endTick - startTick;
    }
  }

  /**
   * How long something took.
   *
   * @param count how often; the others are 0 if never
   * @param limitNanos what it should not exceed; empty if nothing is said
   */
  public record TimeRow(
      String what,
      long count,
      long p50Nanos,
      long p99Nanos,
      long maxNanos,
      Optional<Long> limitNanos) {}

  /**
   * Something that went wrong.
   *
   * @param who caused it
   * @param count how often it began
   * @param ticks how many ticks it lasted altogether; empty if it has no duration
   * @param firstTick when it was first seen; empty if unknown
   */
  public record FaultRow(
      String what, String who, long count, Optional<Long> ticks, Optional<Long> firstTick) {}

  /** Copies the lists. */
  public DriveReport {
    goals = List.copyOf(goals);
    states = List.copyOf(states);
    times = List.copyOf(times);
    faults = List.copyOf(faults);
    curves = List.copyOf(curves);
    conditions = List.copyOf(conditions);
    if (periodNanos <= 0) {
      throw new IllegalArgumentException("periodNanos must be above 0, got " + periodNanos);
    }
  }

  /** How many goals came to such an end. */
  long goals(Arrival arrival) {
    return goals.stream().filter(goal -> goal.arrival() == arrival).count();
  }

  /** From the first tick to another. */
  double seconds(long tick) {
    return tick * (periodNanos / NANOS_PER_SECOND);
  }
}
