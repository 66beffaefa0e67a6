package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.GuardLimits;
import dev.lookahead.bridge.guard.ObservationLimits;
import dev.lookahead.bridge.guard.OperatorRules;
import dev.lookahead.bridge.guard.SafeAction;
import dev.lookahead.bridge.guard.SafetyProfile;
import dev.lookahead.bridge.guard.SafetySettings;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionSpace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the guard of a robot is strict about, besides the ranges of its axes.
 *
 * @param framePeriod of the camera; a frame is stale after three of them, at least 200 ms
 * @param stuckFrames how many equal pictures in a row stop a moving robot; 0 for a simulator, whose
 *     pictures have no noise
 * @param maxRates per axis, the greatest change in its units per second; empty for no limit
 * @param maxAccelerations per axis, in its units per second squared; empty for no limit
 */
public record SafetyChoice(
    Duration framePeriod, int stuckFrames, List<Float> maxRates, List<Float> maxAccelerations) {

  /** Copies the lists; accelerations are only limited where rates are. */
  public SafetyChoice {
    maxRates = List.copyOf(maxRates);
    maxAccelerations = List.copyOf(maxAccelerations);
    if (maxRates.size() != maxAccelerations.size()) {
      throw new IllegalArgumentException(
          "maxRates and maxAccelerations have one value per axis or none, got %d and %d"
              .formatted(maxRates.size(), maxAccelerations.size()));
    }
  }

  /** A camera of 10 Hz with noise, no limits on change. */
  public static SafetyChoice defaults() {
    return new SafetyChoice(Duration.ofMillis(100), 10, List.of(), List.of());
  }

  /** The profile for a robot. */
  SafetyProfile profile(RosRobotSettings robot, OperatorRules people) {
    ActionSpace space = robot.command().actionSpace();
    GuardLimits ranges = GuardLimits.of(space);
    GuardLimits limits =
        maxRates.isEmpty()
            ? ranges
            : ranges.perSecond(
                action(maxRates), action(maxAccelerations), robot.controlPeriod().toNanos());
    Optional<List<Integer>> joints = robot.heldJoints();
    return new SafetyProfile(
        limits,
        robot.workspace(),
        joints.isPresent()
            ? new SafeAction.HoldPosition(joints.get(), space)
            : SafeAction.zero(space),
        pictures(),
        people,
        SafetySettings.defaults());
  }

  /** Which pictures count. */
  ObservationLimits pictures() {
    return ObservationLimits.forCamera(framePeriod.toNanos()).withStuckFrames(stuckFrames);
  }

  private static Action action(List<Float> values) {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i);
    }
    return new Action(array);
  }
}
