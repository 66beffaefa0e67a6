package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.robot.OperatorTopics;
import dev.lookahead.bridge.ros1.telemetry.TelemetrySettings;
import dev.lookahead.planner.mpc.SubgoalSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything {@code lookahead drive} can be told.
 *
 * @param robot in a ROS graph
 * @param people the devices in their hands
 * @param safety what the guard is strict about
 * @param model a bundled model's name, or the directory of a bundle
 * @param anyRate whether the robot may be driven at another rate than the model learned at
 * @param control how the model is planned with
 * @param isolation in which process that happens
 * @param goals to reach one after the other; empty until one is set by service or topic
 * @param goalTopic where goals may come as {@code sensor_msgs/Image}
 * @param subgoals when to go on to the next goal
 * @param arm whether the robot may move from the beginning; else plans are only shown
 * @param limit ends the drive after this time
 * @param seed of the searches
 * @param telemetry how it reports to the graph
 */
public record DriveExperiment(
    ChosenRobot robot,
    OperatorTopics people,
    SafetyChoice safety,
    String model,
    boolean anyRate,
    ControlSettings control,
    IsolationChoice isolation,
    List<ChosenGoal> goals,
    Optional<String> goalTopic,
    SubgoalSettings subgoals,
    boolean arm,
    Optional<Duration> limit,
    long seed,
    TelemetrySettings telemetry) {

  /** Copies the goals and refuses a robot that no graph leads to. */
  public DriveExperiment {
    goals = List.copyOf(goals);
    if (!(robot instanceof ChosenRobot.Ros1Robot inGraph)) {
      throw new IllegalArgumentException(
          "robot must be one in a ROS graph, such as ros1; in a simulator of this process goals are"
              + " reached by: lookahead run");
    }
    Duration period = inGraph.link().controlPeriod();
    if (isolation instanceof IsolationChoice.StrictChoice strict
        && strict.limits().hung().compareTo(period) < 0) {
      throw new IllegalArgumentException(
          "isolation.limits.hung must be at least the robot's control period of %d ms, got %d ms"
              .formatted(period.toMillis(), strict.limits().hung().toMillis()));
    }
  }

  /** The simulated robot of Two-Room, observe only. */
  public static DriveExperiment defaults() {
    return new DriveExperiment(
        ChosenRobot.Ros1Robot.defaults(),
        OperatorTopics.defaults(),
        SafetyChoice.defaults(),
        "two-room",
        false,
        ControlSettings.defaults(),
        new IsolationChoice.SharedChoice(),
        List.of(),
        Optional.empty(),
        SubgoalSettings.defaults(),
        false,
        Optional.empty(),
        0,
        TelemetrySettings.defaults());
  }

  /** How the robot is reached. */
  ChosenRobot.Ros1Robot body() {
    return (ChosenRobot.Ros1Robot) robot;
  }
}
