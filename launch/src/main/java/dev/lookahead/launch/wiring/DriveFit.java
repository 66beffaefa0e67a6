package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.guard.ObservationLimits;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.ros1.robot.EndEffectorSource;
import dev.lookahead.bridge.ros1.robot.ProprioceptionSource;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.terminal.LaunchFailure;
import dev.lookahead.worldmodel.WorldModelSpec;
import dev.lookahead.worldmodel.jepa.JepaConfig;
import dev.lookahead.worldmodel.predictor.ActionConditionedPredictor;

/**
 * Whether a model can drive a robot, and a robot be driven at its rate; refusals name what both say
 * and what to do.
 */
final class DriveFit {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private DriveFit() {}

  /**
   * Compares actions and senses.
   *
   * @param name of the model
   * @throws LaunchFailure if the model was made for others
   */
  static void require(String name, JepaConfig model, RosRobotSettings link) {
    WorldModelSpec spec = model.spec();
    if (!spec.actionSpace().equals(link.command().actionSpace())) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "the model '%s' was made for %s, the robot's commands are %s"
              .formatted(name, spec.actionSpace(), link.command().actionSpace()),
          "give the axes of robot.link.command the model's names, units and ranges, and put the"
              + " robot's units into scale");
    }
    int felt = link.proprioception().map(ProprioceptionSource::size).orElse(0);
    if (spec.proprioceptionSize() != felt) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "the model '%s' feels %d values, robot.link.proprioception gives %d"
              .formatted(name, spec.proprioceptionSize(), felt),
          "name as many values as the model was trained with, in its order");
    }
    requirePose(name, model, link);
  }

  /**
   * Refuses a rhythm in which every picture is too old by the time its command leaves.
   *
   * @param timing of the loop
   * @param pictures which of them count
   * @throws LaunchFailure if the robot would never be moved
   */
  static void requireFresh(LoopTiming timing, ObservationLimits pictures) {
    long counts = Math.min(pictures.staleNanos(), pictures.lostNanos());
    if (timing.planningNanos() >= counts) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "a picture is planned on for %d ms of robot.link.controlPeriod and counts as stale after %d ms, so the robot would never be moved"
              .formatted(timing.planningNanos() / NANOS_PER_MILLI, counts / NANOS_PER_MILLI),
          "give safety.framePeriod more than a third of the first, or robot.link.controlPeriod less;"
              + " a picture never counts for more than a second");
    }
  }

  /** Seven joints are as many numbers as a pose, and mean something else. */
  private static void requirePose(String name, JepaConfig model, RosRobotSettings link) {
    if (model.predictor() instanceof ActionConditionedPredictor
        && !(link.proprioception().orElse(null) instanceof EndEffectorSource)) {
      throw new LaunchFailure(
          ExitCode.USAGE,
          "the model '%s' feels the pose of an end effector, robot.link.proprioception gives %s"
              .formatted(name, link.proprioception().map(Object::toString).orElse("nothing")),
          "give robot.link.proprioception the type end-effector, as robot=franka-ee does");
    }
  }
}
