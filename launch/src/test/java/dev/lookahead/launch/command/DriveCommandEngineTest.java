package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.std_srvs.Trigger;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerRequest;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerResponse;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.node.ServiceClient;
import dev.lookahead.bridge.runlog.CallLine;
import dev.lookahead.bridge.runlog.LogLine;
import dev.lookahead.bridge.runlog.RecordedRun;
import dev.lookahead.bridge.runlog.TickLine;
import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.RateOfBundle;
import dev.lookahead.launch.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertThat(run.resolve("report.html"))
        .content()
        .contains("goals in", "state-armed", "Goal 2", "weights SHA-256");
    try (RecordedRun log = RecordedRun.open(run.resolve("log"))) {
      List<TickLine> ticks =
          log.lines().stream().flatMap(l -> Stream.ofNullable(l.tick())).toList();
      assertThat(ticks).hasSizeGreaterThan(20);
      assertThat(ticks.get(0).faults()).as("no pause before the first tick").isEmpty();
      assertThat(ticks).extracting(TickLine::state).contains(SafetyState.ARMED);
      assertThat(ticks).extracting(TickLine::source).contains(OfferSource.ANSWER);
      assertThat(goalsOf(log)).hasSize(2);
    }
    assertThat(MainRunner.run(recorded.context(), "replay", run.toString()))
        .as(recorded.out())
        .isEqualTo(ExitCode.OK.code());
    assertThat(recorded.out()).contains("identical, bit for bit");
  }

  @Test
  void goalsComeFromARecordingAndFromTheServiceAndListsAreTakenInOrder() throws Exception {
    Path recording = temporary.resolve("recording");
    MainRunner.run(
        recorded.context(),
        "collect",
        "two-room",
        "folder=" + recording,
        "recipe.episodes=2",
        "recipe.steps=20",
        "--out",
        temporary.resolve("collected").toString());
    Path run;
    try (RobotInGraph graph = new RobotInGraph()) {
      CompletableFuture<Integer> driving =
          drive(
              graph,
              "goals=[{type: recording, dataset: %1$s, episode: 0, step: 0},".formatted(recording)
                  + " {type: recording, dataset: %1$s, episode: 0, step: 2}]".formatted(recording),
              // Each goal is given up after one step, so that the list goes on.
              "subgoals.mostSteps=1",
              "subgoals.reachedDistance=0",
              "limit=6s");
      RobotInGraph.await("the second goal", () -> driving.isDone() || begun(2));
      try (ServiceClient<TriggerRequest, TriggerResponse> setGoal =
          graph.people().newServiceClient("/lookahead/set_goal", Trigger.TYPE)) {
        RobotInGraph.await("the service is there", () -> driving.isDone() || answers(setGoal));
      }
      assertThat(driving.get(60, TimeUnit.SECONDS))
          .as(recorded.err())
          .isEqualTo(ExitCode.OK.code());
      run = onlyRun();
    }

    try (RecordedRun log = RecordedRun.open(run.resolve("log"))) {
      List<CallLine> goals = goalsOf(log);
      assertThat(goals.get(0).goals()).hasSize(2);
      assertThat(goals).last().satisfies(last -> assertThat(last.goals()).hasSize(1));
      assertThat(log.lines().stream().flatMap(line -> Stream.ofNullable(line.tick())))
          .extracting(TickLine::state)
          .containsOnly(SafetyState.DISARMED);
    }
    assertThat(run.resolve("events.jsonl"))
        .content()
        .contains("\"what\":{\"index\":0,\"of\":2}", "\"what\":{\"index\":1,\"of\":2}");
  }

  @Test
  void aPictureThatIsNoneIsRefusedBeforeAnythingMoves() throws Exception {
    Path goal = temporary.resolve("goal.png");
    Files.writeString(goal, "no picture");
    try (RobotInGraph graph = new RobotInGraph()) {
      assertThat(drive(graph, "--arm", "goals=[{type: image, file: %s}]".formatted(goal)))
          .succeedsWithin(60, TimeUnit.SECONDS)
          .isNotEqualTo(ExitCode.OK.code());
      assertThat(recorded.err()).contains("JPEG").doesNotContain("\tat ");
    }
  }

  @Test
  void aModelThatLearnedAtAnotherRateDrivesOnlyIfSomebodySaysSo() throws Exception {
    String model = "model=" + RateOfBundle.of(temporary.resolve("at-20"), 50_000_000);
    try (RobotInGraph graph = new RobotInGraph()) {
      assertThat(drive(graph, "limit=1s", model))
          .succeedsWithin(60, TimeUnit.SECONDS)
          .isEqualTo(ExitCode.USAGE.code());
      assertThat(recorded.err())
          .contains("learned at 20.000 frames per second, the loop of this robot has 10.000")
          .contains("robot.link.controlPeriod", "anyRate=true");
      assertThat(drive(graph, "limit=1s", model, "anyRate=true"))
          .succeedsWithin(60, TimeUnit.SECONDS)
          .isEqualTo(ExitCode.OK.code());
    }
  }

  /** Whether goals were begun so often. */
  private boolean begun(int times) {
    try {
      String said = Files.readString(onlyRun().resolve("events.jsonl"));
      return said.split("\"of\":2", -1).length > 2 * times - 1;
    } catch (IOException | NoSuchElementException notYet) {
      return false;
    }
  }

  private static boolean answers(ServiceClient<TriggerRequest, TriggerResponse> service) {
    try {
      return service.call(TriggerRequest.zero(), Duration.ofSeconds(5)).success();
    } catch (IOException notYet) {
      return false;
    }
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
                "drive",
                "two-room-sim",
                "control.planner.search.samples=16",
                "control.planner.search.elites=4",
                graph.master(),
                "--out",
                temporary.resolve("runs").toString()));
    arguments.addAll(List.of(more));
    return CompletableFuture.supplyAsync(
        () -> MainRunner.run(recorded.context(), arguments.toArray(String[]::new)));
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(temporary.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
