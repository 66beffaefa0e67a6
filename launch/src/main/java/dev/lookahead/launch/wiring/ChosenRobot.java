package dev.lookahead.launch.wiring;

import dev.lookahead.bridge.ros1.robot.CameraTopic;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.sim.ros1.SimRobotSettings;
import dev.lookahead.worldmodel.ActionSpace;
import java.time.Duration;
import java.util.Optional;

/** Which robot the loop drives. */
public sealed interface ChosenRobot {

  /** A simulator in this process. */
  record EmbeddedRobot() implements ChosenRobot {}

  /**
   * A robot in a ROS 1 graph.
   *
   * @param link which topics are its camera, its senses and its motors
   * @param simulator the node of {@code lookahead sim-robot}, for evaluations; a real robot has
   *     none
   */
  record Ros1Robot(RosRobotSettings link, String simulator) implements ChosenRobot {

    /** What {@code lookahead sim-robot two-room} shows. */
    public static Ros1Robot defaults() {
      ActionSpace space = SimulatedWorld.TwoRoomWorld.defaults().world().actionSpace();
      return new Ros1Robot(
          new RosRobotSettings(
              CameraTopic.defaults(),
              SimRobotSettings.of(space).command(),
              Optional.empty(),
              Duration.ofMillis(100),
              Duration.ofSeconds(10)),
          "/sim_robot");
    }
  }
}
