package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.robot.LoopServices;
import dev.lookahead.bridge.ros1.robot.Patience;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import java.time.Duration;
import java.util.function.LongSupplier;

/** What people may ask of a drive by service. Thread: any. */
final class DriveControl implements LoopServices.Loop {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final RealTimeLoop loop;
  private final RosRobot robot;
  private final DriveGoals goals;
  private final DriveWatch watch;
  private final LongSupplier nanoClock;

  DriveControl(
      RealTimeLoop loop,
      RosRobot robot,
      DriveGoals goals,
      DriveWatch watch,
      LongSupplier nanoClock) {
    this.loop = loop;
    this.robot = robot;
    this.goals = goals;
    this.watch = watch;
    this.nanoClock = nanoClock;
  }

  @Override
  public String signal(SafetySignal signal) {
    if (signal == SafetySignal.ARM && !robot.isHeard()) {
      return "not armed: nobody listens to the commands; start the robot's driver";
    }
    loop.signal(signal);
    try {
      return new Patience(PATIENCE, nanoClock).until(() -> heeded(signal))
          ? ""
          : "the state is " + watch.state() + ", against it stand " + watch.reasons();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private boolean heeded(SafetySignal signal) {
    return switch (signal) {
      case ARM -> watch.state().engaged();
      case DISARM -> watch.state() == SafetyState.DISARMED;
      case STOP -> watch.state() == SafetyState.STOPPED;
      case HOLD, RESUME -> true;
    };
  }

  @Override
  public String setGoal() {
    goals.chooseHere();
    return "";
  }
}
