package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.launch.command.RobotInGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A robot on a real roscore whose planner has a process of its own, and loses it. */
class StrictDrivePeerTest {

  @TempDir Path folder;

  @Test
  void theRobotIsDrivenOnWhenItsPlannerIsKilled() throws Exception {
    List<String> goals = new ArrayList<>();
    for (int corner = 0; corner < 40; corner++) {
      Path goal = folder.resolve("goal-" + corner + ".png");
      Files.write(goal, RobotInGraph.png(corner % 2 == 0 ? 40 : 90, corner % 4 < 2 ? 40 : 180));
      goals.add("{type: image, file: " + goal + "}");
    }
    try (RosProcesses ros = RosProcesses.start(folder)) {
      ros.lookahead("robot", "sim-robot", "two-room", "frameSize.width=64", "frameSize.height=64");
      ros.await("robot", "/sim_robot of the graph");
      Process drive =
          ros.lookahead(
              "drive",
              "drive",
              "two-room-sim",
              "isolation=strict",
              "--arm",
              "--out",
              "driven",
              "goals=" + goals);
      ros.await("drive", "armed: the robot moves");
      awaitPlanners(ros, drive);
      // The one that answers and the one in reserve, in whichever order.
      for (ProcessHandle planner : planners(drive)) {
        planner.destroyForcibly();
        planner.onExit().get(10, TimeUnit.SECONDS);
        awaitPlanners(ros, drive);
        assertThat(planners(drive)).as("another took its place").doesNotContain(planner);
        assertThat(heard(ros, "/cmd_vel", 10)).contains("linear:");
        assertThat(heard(ros, "/diagnostics", 1)).containsPattern("(?<!DIS)ARMED");
      }

      RosProcesses.signal("INT", drive);
      ros.exitCode("drive", drive);
      assertThat(planners(drive)).isEmpty();
      try (Stream<Path> files = Files.walk(folder.resolve("driven"))) {
        assertThat(files.filter(file -> file.endsWith("run.jsonl"))).hasSize(1);
      }
    }
  }

  private static String heard(RosProcesses ros, String topic, int count) throws Exception {
    Process echo =
        ros.start("echo", "/usr/bin/rostopic", "echo", "-n", Integer.toString(count), topic);
    assertThat(echo.waitFor(60, TimeUnit.SECONDS)).as(ros.said("drive")).isTrue();
    return ros.said("echo");
  }

  private static List<ProcessHandle> planners(Process drive) {
    return drive.children().filter(ProcessHandle::isAlive).toList();
  }

  /** Waits for the planner that answers and a warm one in reserve. */
  private static void awaitPlanners(RosProcesses ros, Process drive) throws Exception {
    for (int i = 0; i < 600 && planners(drive).size() < 2; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(planners(drive)).hasSize(2);
    for (ProcessHandle planner : planners(drive)) {
      ros.await("drive", "process " + planner.pid() + " is warm");
    }
  }
}
