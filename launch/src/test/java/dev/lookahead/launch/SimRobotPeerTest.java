package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Goals of Two-Room through a real roscore: the robot in one process, the loop in another, with
 * other tools of ROS on the same camera. In lock step, so that a busy machine changes nothing.
 */
class SimRobotPeerTest {

  private static final int PAIRS = 4;

  @TempDir Path folder;

  @Test
  void goalsAreReachedThroughRosAsInOneProcessWhileOthersWatchAndRecord() throws Exception {
    try (RosProcesses ros = RosProcesses.start(folder)) {
      ros.lookahead("robot", "sim-robot", "two-room", "--lock-step");
      ros.await("robot", "/sim_robot of the graph");
      Process recorder =
          ros.start(
              "rosbag",
              "/usr/bin/rosbag",
              "record",
              "-O",
              "run.bag",
              "/camera/image_raw",
              "/cmd_vel");
      ros.awaitFile("run.bag.active");
      ros.start("hz", "/usr/bin/rostopic", "hz", "--wall-time", "/camera/image_raw");

      Process over = evaluate(ros, "over", "two-room", PAIRS, "--robot", "ros1");
      assertThat(ros.exitCode("over", over)).as(ros.said("over")).isZero();
      RosProcesses.signal("INT", recorder);
      Process within = evaluate(ros, "within", "two-room", PAIRS);
      assertThat(ros.exitCode("within", within)).as(ros.said("within")).isZero();

      assertThat(reached("over")).hasSize(PAIRS).isEqualTo(reached("within"));
      assertThat(summary("over").get("missed_steps").asLong()).as("in lock step").isZero();
      assertThat(summary("within").has("missed_steps")).isFalse();
      ros.exitCode("rosbag", recorder);
      assertThat(recorded(ros, "/camera/image_raw")).isGreaterThan(PAIRS * 50);
      assertThat(recorded(ros, "/cmd_vel")).isGreaterThan(PAIRS * 45);
      assertThat(ros.said("hz")).contains("average rate");
    }
  }

  @Test
  void theBallOfPointMazeReachesItsGoalsThroughRosAsInOneProcess() throws Exception {
    try (RosProcesses ros = RosProcesses.start(folder)) {
      ros.lookahead("robot", "sim-robot", "point-maze-u", "--lock-step");
      ros.await("robot", "/sim_robot of the graph");

      Process over = evaluate(ros, "over", "point-maze-u", 1, "--robot", "point-maze-sim");
      assertThat(ros.exitCode("over", over)).as(ros.said("over")).isZero();
      Process within = evaluate(ros, "within", "point-maze-u", 1);
      assertThat(ros.exitCode("within", within)).as(ros.said("within")).isZero();

      assertThat(reached("over")).hasSize(1).isEqualTo(reached("within"));
      assertThat(summary("over").get("missed_steps").asLong()).isZero();
    }
  }

  private static Process evaluate(
      RosProcesses ros, String name, String preset, int pairs, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "evaluate", preset, "--episodes", "" + pairs, "films=0", "--out", name, "--quiet"));
    arguments.addAll(List.of(more));
    return ros.lookahead(name, arguments.toArray(String[]::new));
  }

  private JsonNode summary(String runs) throws IOException {
    return new ObjectMapper().readTree(file(runs, "summary.json").toFile());
  }

  private Path file(String runs, String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(runs))) {
      return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }
  }

  /** Whether the policy under test ever reached the goal of each pair. */
  private List<Boolean> reached(String runs) throws IOException {
    List<Boolean> reached = new ArrayList<>();
    for (String line : Files.readAllLines(file(runs, "episodes.jsonl"))) {
      JsonNode episode = new ObjectMapper().readTree(line);
      if (episode.get("policy").asText().startsWith("iCEM")) {
        reached.add(episode.get("reached_ever").asBoolean());
      }
    }
    return reached;
  }

  private int recorded(RosProcesses ros, String topic) throws Exception {
    Process info =
        ros.start(
            "info",
            "/usr/bin/rosbag",
            "info",
            "-y",
            "-k",
            "topics",
            folder.resolve("run.bag").toString());
    ros.exitCode("info", info);
    Matcher entry =
        Pattern.compile("topic: " + topic + "\\s.*?messages: (\\d+)", Pattern.DOTALL)
            .matcher(ros.said("info"));
    return entry.find() ? Integer.parseInt(entry.group(1)) : 0;
  }
}
