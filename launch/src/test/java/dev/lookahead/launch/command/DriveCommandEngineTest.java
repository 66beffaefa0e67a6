package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.runlog.CallLine;
import dev.lookahead.bridge.runlog.LogLine;
import dev.lookahead.bridge.runlog.RecordedRun;
import dev.lookahead.bridge.runlog.TickLine;
import dev.lookahead.launch.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Drives over ROS in real time, with the bundled model, on the embedded master. */
class DriveCommandEngineTest {

  @TempDir Path temporary;
  private final RecordedContext recorded = RecordedContext.inRealTime();

  @Test
  void aDriveOverRosLeavesARunThatComesOutAgainBitForBit() throws Exception {
    Path goal = temporary.resolve("goal.png");
    Files.write(goal, RobotInGraph.png(60, 60));
    Path run;
    try (RobotInGraph graph = new RobotInGraph()) {
      Publisher<Image> goals = graph.people().newPublisher("/goal", Image.TYPE);
      CompletableFuture<Integer> driving =
          drive(
              graph,
              "--arm",
              "goals=[{type: image, file: %s}]".formatted(goal),
              "goalTopic=/goal",
              "limit=4s");
      RobotInGraph.await("goals are heard", () -> goals.getNumberOfSubscribers() == 1);
      TimeUnit.MILLISECONDS.sleep(1_500);
      goals.publish(RobotInGraph.image(150, 150));

      assertThat(driving.get(60, TimeUnit.SECONDS))
          .as(recorded.err())
          .isEqualTo(ExitCode.OK.code());
      run = onlyRun();
    }

    assertThat(run).isDirectoryContaining("glob:**/{config.yaml,run.json,status,events.jsonl}");
    assertThat(run.resolve("summary.json")).content().contains("\"ended\"", "\"ticks\"");
    assertThat(run.resolve("curves.png")).isNotEmptyFile();
    try (RecordedRun log = RecordedRun.open(run.resolve("log"))) {
      List<TickLine> ticks =
          log.lines().stream().flatMap(l -> Stream.ofNullable(l.tick())).toList();
      assertThat(ticks).hasSizeGreaterThan(20);
      assertThat(ticks.get(0).faults()).as("no pause before the first tick").isEmpty();
      assertThat(ticks).extracting(TickLine::state).contains(SafetyState.ARMED);
      assertThat(ticks).extracting(TickLine::source).contains(OfferSource.ANSWER);
      assertThat(goalsOf(log)).hasSize(2);
    }
    assertThat(replay(run)).as(recorded.out()).isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("identical, bit for bit");
  }

  private static List<CallLine> goalsOf(RecordedRun log) {
    return log.lines().stream()
        .map(LogLine::call)
        .flatMap(Stream::ofNullable)
        .filter(call -> call.goals() != null)
        .toList();
  }

  private CompletableFuture<Integer> drive(RobotInGraph graph, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "two-room-sim",
                "control.planner.search.samples=16",
                "control.planner.search.elites=4",
                graph.master(),
                "--out",
                temporary.resolve("runs").toString()));
    arguments.addAll(List.of(more));
    DriveCommand command = new DriveCommand(recorded.context());
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return command.call();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  private int replay(Path run) throws Exception {
    ReplayCommand command = new ReplayCommand(recorded.context());
    new CommandLine(command).parseArgs(run.toString());
    return command.call();
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(temporary.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
