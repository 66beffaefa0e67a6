package dev.lookahead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.runlog.RecordedRun;
import dev.lookahead.launch.command.RecordedContext;
import dev.lookahead.launch.command.RobotInGraph;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drive in a process of its own that dies without warning. */
class KilledDriveEngineTest {

  private static final int A_SECOND_OF_TICKS = 10;

  @TempDir Path folder;

  @Test
  void aKilledDriveLeavesALogWithoutItsLastSecondAtMostThatCanBeReplayed() throws Exception {
    Path goal = folder.resolve("goal.png");
    Files.write(goal, RobotInGraph.png(150, 150));
    int heard;
    try (RobotInGraph graph = new RobotInGraph()) {
      BlockingQueue<Twist> commands = graph.hear("/cmd_vel", Twist.TYPE);
      try (LookaheadProcess drive =
          LookaheadProcess.start(
              folder,
              1,
              "drive",
              "two-room-sim",
              "--arm",
              "goals=[{type: image, file: %s}]".formatted(goal),
              "subgoals.reachedDistance=0",
              graph.master(),
              "--out",
              folder.resolve("runs").toString())) {
        RobotInGraph.await("two seconds of commands", () -> commands.size() > 20);
        drive.end("KILL");
      }
      heard = commands.size();
    }
    Path run = onlyRun();

    try (RecordedRun log = RecordedRun.open(run.resolve("log"))) {
      long sent =
          log.lines().stream()
              .map(line -> line.tick())
              .filter(Objects::nonNull)
              .filter(tick -> tick.sent() != null)
              .count();
      assertThat(sent).isGreaterThanOrEqualTo(heard - A_SECOND_OF_TICKS);
    }
    RecordedContext replayed = new RecordedContext();
    assertThat(MainRunner.run(replayed.context(), "replay", run.toString()))
        .as(replayed.out() + replayed.err())
        .isZero();
    assertThat(replayed.out()).contains("identical, bit for bit");
  }

  private Path onlyRun() throws Exception {
    try (Stream<Path> runs = Files.list(folder.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
