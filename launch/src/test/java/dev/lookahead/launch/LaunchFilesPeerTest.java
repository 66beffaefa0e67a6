package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RobotInGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launch files, read and started by the real roslaunch. */
class LaunchFilesPeerTest {

  @TempDir Path folder;

  @Test
  void simRobotLaunchBringsUpRobotAndPlannerAndReachesAGoal() throws Exception {
    RosPackage rosPackage = RosPackage.underTest(folder);
    try (RosProcesses ros = RosProcesses.start(folder)) {
      Process camera = ros.start("camera", echo("/camera/image_raw"));
      Process command = ros.start("command", echo("/cmd_vel"));

      Process roslaunch =
          ros.start(
              "roslaunch",
              rosPackage.roslaunch("lookahead", "sim_robot.launch", "goals:=1", "out:=results"));

      ros.exitCode("roslaunch", roslaunch);
      String said = ros.said("roslaunch");
      assertThat(said)
          .contains("two-room is /sim_robot of the graph", "over ROS  100 %")
          .contains("process has finished cleanly");
      assertThat(ros.exitCode("camera", camera)).isZero();
      assertThat(ros.said("camera")).contains("encoding: \"rgb8\"");
      assertThat(ros.exitCode("command", command)).isZero();
      assertThat(ros.said("command")).contains("linear:");
      try (Stream<Path> results = Files.walk(folder.resolve("results"))) {
        assertThat(results.filter(file -> file.endsWith("report.html"))).hasSize(1);
      }
    }
  }

  @Test
  void robotLaunchObservesPlansAndReportsButSendsNothing() throws Exception {
    RosPackage rosPackage = RosPackage.underTest(folder);
    try (RosProcesses ros = RosProcesses.start(folder)) {
      ros.lookahead("robot", "sim-robot", "two-room", "frameSize.width=64", "frameSize.height=64");
      Process sent = ros.start("sent", echo("/cmd_vel"));
      Process shown = ros.start("shown", echo("/lookahead/plan/command"));
      Process diagnostics = ros.start("diagnostics", echo("/diagnostics"));
      Process distance = ros.start("distance", echo("/lookahead/latent_distance"));

      Process roslaunch =
          ros.start(
              "roslaunch",
              rosPackage.roslaunch("lookahead", "robot.launch", "drive:=two-room-sim"));

      assertThat(ros.exitCode("diagnostics", diagnostics)).isZero();
      assertThat(ros.said("diagnostics"))
          .contains("lookahead: planner", "hardware_id: \"robot\"", "DISARMED", "two-room");
      Process goal = ros.start("goal", "/usr/bin/rosservice", "call", "/lookahead/set_goal");
      assertThat(ros.exitCode("goal", goal)).as(ros.said("goal")).isZero();
      assertThat(ros.said("goal")).contains("success: True");
      assertThat(ros.exitCode("shown", shown)).isZero();
      assertThat(ros.exitCode("distance", distance)).isZero();
      assertThat(sent.isAlive()).as(ros.said("sent")).isTrue();
      RosProcesses.signal("INT", roslaunch);
      ros.exitCode("roslaunch", roslaunch);
      assertThat(ros.said("roslaunch")).contains("observing; the service ~arm lets it move");
    }
  }

  @Test
  void robotLaunchArmedMovesTheRobotOnItsClockAndLeavesARun() throws Exception {
    RosPackage rosPackage = RosPackage.underTest(folder);
    Path goal = folder.resolve("goal.png");
    Files.write(goal, RobotInGraph.png(60, 60));
    try (RosProcesses ros = RosProcesses.start(folder)) {
      ros.lookahead(
          "robot", "sim-robot", "two-room", "--clock", "frameSize.width=64", "frameSize.height=64");
      ros.await("robot", "/sim_robot of the graph");
      Process sent = ros.start("sent", echo("/cmd_vel"));
      Process diagnostics = ros.start("diagnostics", echo("/diagnostics"));

      Process roslaunch =
          ros.start(
              "roslaunch",
              rosPackage.roslaunch(
                  "lookahead",
                  "robot.launch",
                  "drive:=two-room-sim",
                  "goal:=" + goal,
                  "arm:=true",
                  "out:=driven"));

      assertThat(ros.exitCode("sent", sent)).as(ros.said("roslaunch")).isZero();
      assertThat(ros.exitCode("diagnostics", diagnostics)).isZero();
      assertThat(ros.said("diagnostics"))
          .as("the clock of the other process began at one second")
          .containsPattern("secs: \\d{1,4}\n");
      RosProcesses.signal("INT", roslaunch);
      ros.exitCode("roslaunch", roslaunch);
      assertThat(ros.said("roslaunch")).contains("armed: the robot moves", "ARMED");
      try (Stream<Path> files = Files.walk(folder.resolve("driven"))) {
        assertThat(files.filter(file -> file.endsWith("run.jsonl"))).hasSize(1);
      }
    }
  }

  @Test
  void everyLaunchFileIsReadAndNamesItsNodes() throws Exception {
    RosPackage rosPackage = RosPackage.underTest(folder);
    try (RosProcesses ros = RosProcesses.start(folder)) {
      for (String file : launchFiles()) {
        Process nodes = ros.start(file, rosPackage.roslaunch("--nodes", "lookahead", file));
        assertThat(ros.exitCode(file, nodes)).as(ros.said(file)).isZero();
        assertThat(ros.said(file)).contains("/lookahead");
      }
    }
  }

  private static String[] echo(String topic) {
    return new String[] {"/usr/bin/rostopic", "echo", "-n", "1", topic};
  }

  private static List<String> launchFiles() throws Exception {
    try (Stream<Path> files = Files.list(Path.of("ros/lookahead/launch"))) {
      return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }
}
