package dev.lookahead.bridge.fault;

import dev.lookahead.bridge.RobotIo;
import dev.lookahead.bridge.guard.Sighting;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Another robot whose observations fail for a while; how is up to who extends this. Actions pass
 * through: what must not reach a robot is the guard's business.
 */
public abstract class FaultySenses implements RobotIo {

  private final RobotIo robot;
  private final Fault fault;
  private @Nullable Sighting arrived;
  private @Nullable Sighting given;

  /**
   * @param robot borrowed; closed with this
   * @param fault when; its type is for who extends this
   */
  protected FaultySenses(RobotIo robot, Fault fault) {
    this.robot = robot;
    this.fault = fault;
  }

  /**
   * What is seen in place of a sighting while the fault lasts.
   *
   * @param seen by the robot
   * @param last what was given last
   * @param isNew whether the robot sees it for the first time
   */
  protected abstract Sighting faulty(Sighting seen, Sighting last, boolean isNew, long nowNanos);

  /** Told of every new sighting, in time or out of the time of the fault. */
  protected void arrive(Sighting seen) {}

  @Override
  public final Sighting receive(long nowNanos) {
    Sighting seen = robot.receive(nowNanos);
    Sighting last = given;
    boolean isNew = !seen.equals(arrived);
    arrived = seen;
    if (isNew) {
      arrive(seen);
    }
    Sighting now =
        last == null || !fault.activeAt(nowNanos) ? seen : faulty(seen, last, isNew, nowNanos);
    given = now;
    return now;
  }

  @Override
  public final ActionSpace actionSpace() {
    return robot.actionSpace();
  }

  @Override
  public final long controlPeriodNanos() {
    return robot.controlPeriodNanos();
  }

  /** The latest observation, without fault: the fault knows its time from {@link #receive} only. */
  @Override
  public final Observation observe() {
    return robot.observe();
  }

  @Override
  public final void act(Action action) {
    robot.act(action);
  }

  @Override
  public final void close() {
    robot.close();
  }
}
