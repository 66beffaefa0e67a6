package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.guard.Workspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which topics of a graph are a robot's camera, senses and motors.
 *
 * @param camera what the model looks through
 * @param command where commands go
 * @param proprioception what the model feels; empty for a robot that only sees
 * @param controlPeriod the time one action lasts, 5 ms to 10 s
 * @param patience how long to wait for the first image, the first report of the senses and a
 *     listener to the commands, 100 ms to 10 min
 */
public record RosRobotSettings(
    CameraTopic camera,
    CommandOutput command,
    Optional<ProprioceptionSource> proprioception,
    Duration controlPeriod,
    Duration patience) {

  private static final Duration SHORTEST_PERIOD = Duration.ofMillis(5);
  private static final Duration LONGEST_PERIOD = Duration.ofSeconds(10);
  private static final Duration LEAST_PATIENCE = Duration.ofMillis(100);
  private static final Duration MOST_PATIENCE = Duration.ofMinutes(10);

  /** Checks the ranges, and that what a command starts from is felt. */
  public RosRobotSettings {
    requireRange("controlPeriod", controlPeriod, SHORTEST_PERIOD, LONGEST_PERIOD);
    requireRange("patience", patience, LEAST_PATIENCE, MOST_PATIENCE);
    if (command instanceof EndEffectorOutput
        && !(proprioception.orElse(null) instanceof EndEffectorSource)) {
      throw new IllegalArgumentException(
          "a command of type end-effector starts from the pose that is felt: it needs a"
              + " proprioception of type end-effector, got "
              + proprioception.map(Object::toString).orElse("none"));
    }
  }

  /**
   * Per axis of a command that is a position, the index of its joint among the senses: what it must
   * be told to stay where it is. Empty for commands that are velocities or twists.
   *
   * @throws IllegalArgumentException if positions are commanded of joints whose positions are not
   *     felt in the same unit
   */
  public Optional<List<Integer>> heldJoints() {
    boolean positions =
        command instanceof JointTrajectoryOutput
            || (command instanceof JointStateOutput joints
                && joints.quantity() == Quantity.POSITION)
            || (command instanceof Float64ArrayOutput array
                && array.quantity() == Quantity.POSITION);
    if (!positions) {
      return Optional.empty();
    }
    List<String> felt =
        proprioception
            .filter(JointStateSource.class::isInstance)
            .map(JointStateSource.class::cast)
            .filter(source -> source.quantity() == Quantity.POSITION)
            .map(JointStateSource::joints)
            .orElse(List.of());
    List<Integer> indices = new ArrayList<>();
    for (CommandAxis axis : ((NumbersOutput) command).axes()) {
      String joint = joint(axis);
      if (!felt.contains(joint) || axis.scale() != 1) {
        throw new IllegalArgumentException(
            "to hold its position, joint '%s' must be commanded with scale 1 and felt as a position; the senses are %s, its scale is %s"
                .formatted(joint, felt, axis.scale()));
      }
      indices.add(felt.indexOf(joint));
    }
    return Optional.of(indices);
  }

  /** What is felt of an end effector; empty for a robot of which something else is felt. */
  Optional<EndEffectorSource> endEffector() {
    return proprioception
        .filter(EndEffectorSource.class::isInstance)
        .map(EndEffectorSource.class::cast);
  }

  /** Where commands may lead; empty for anywhere. */
  public Optional<Workspace> workspace() {
    return command instanceof EndEffectorOutput arm ? arm.workspace() : Optional.empty();
  }

  /** The same with its commands on another topic. */
  RosRobotSettings commandedOn(String topic) {
    return new RosRobotSettings(camera, command.on(topic), proprioception, controlPeriod, patience);
  }

  /** The joint that an axis commands a position of. */
  private String joint(CommandAxis axis) {
    return command instanceof Float64ArrayOutput array
        ? array.joints().get(Integer.parseInt(axis.target()))
        : axis.target();
  }

  private static void requireRange(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", got " + value);
    }
  }
}
