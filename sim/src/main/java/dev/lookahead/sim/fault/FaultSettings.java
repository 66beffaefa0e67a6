package dev.lookahead.sim.fault;

import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.planner.Setting;
import dev.lookahead.sim.robot.SimulatedRobotSettings;
import dev.lookahead.worldmodel.ActionSpace;

/**
 * How faults are tried.
 *
 * @param hertz the rate of the control loop, 1 to 1,000
 * @param trials how often each fault happens, at random times, 1 to 1,000,000
 * @param seed of the times and of everything else random
 * @param robot what the robot is like
 */
public record FaultSettings(int hertz, int trials, long seed, SimulatedRobotSettings robot) {

  /** Checks the ranges. */
  public FaultSettings {
    Setting.inRange("hertz", hertz, 1, 1_000);
    Setting.inRange("trials", trials, 1, 1_000_000);
  }

  /** Ten hertz, a hundred trials. */
  public static FaultSettings defaults() {
    return new FaultSettings(10, 100, 0, SimulatedRobotSettings.defaults());
  }

  LoopTiming timing() {
    return LoopTiming.ofHertz(hertz);
  }

  SafetyProfile profile(ActionSpace space) {
    return SafetyProfile.of(space, robot.framePeriodNanos());
  }
}
