package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.guard.GuardReason;
import dev.lookahead.bridge.guard.SafetyState;
import dev.lookahead.bridge.realtime.OfferSource;
import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.std_srvs.Trigger;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerRequest;
import dev.lookahead.bridge.ros1.msg.std_srvs.TriggerResponse;
import dev.lookahead.bridge.ros1.name.RosArguments;
import dev.lookahead.bridge.ros1.name.RosEnvironment;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.ServiceClient;
import dev.lookahead.bridge.ros1.tf.RigidTransform;
import dev.lookahead.bridge.runlog.RecordedRun;
import dev.lookahead.bridge.runlog.TickLine;
import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.SmallVJepa2Ac;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.RosGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small V-JEPA 2-AC of random weights, imported as a released one is, drives an arm through tf,
 * joint states and poses, on the embedded master.
 */
class EndEffectorDriveEngineTest {

  private static final double WALL = 0.02;

  @TempDir private Path scratch = Path.of("");
  private final RecordedContext recorded = RecordedContext.inRealTime();

  @Test
  void anArmIsDrivenByThePoseItFeelsAndHeldWhereItIsStopped() throws Exception {
    Path bundle = scratch.resolve("bundle");
    Path released = SmallVJepa2Ac.whole(scratch.resolve("released"));
    assertThat(
            run("import", released.toString(), "--family", "vjepa2-ac", "--out", bundle.toString()))
        .as(recorded.err())
        .isZero();
    Path goal = Files.write(scratch.resolve("goal.png"), RobotInGraph.png(60, 60));

    try (RosCore core = RosCore.newPrivate(0, new SplittableRandom(1));
        ConnectedNode people = join(core, "people");
        ScriptedArm arm = new ScriptedArm(join(core, "arm"))) {
      CompletableFuture<Integer> driving =
          CompletableFuture.supplyAsync(
              () ->
                  run(
                      "drive",
                      "franka-ee",
                      "--arm",
                      "model=" + bundle,
                      "goals=[{type: image, file: %s}]".formatted(goal),
                      "subgoals.reachedDistance=0",
                      "people.eStop=null",
                      "people.deadman=null",
                      "control.planner.search.samples=16",
                      "control.planner.search.iterations=3",
                      "robot.link.command.workspace={low: [0.48, -0.02, 0.28], high: [0.52, 0.02, 0.32]}",
                      "limit=60s",
                      "__master:=" + core.getUri(),
                      "--out",
                      scratch.resolve("runs").toString()));
      RobotInGraph.await("it is driven", () -> driving.isDone() || arm.targets.size() >= 8);
      assertThat(driving).as(recorded.err()).isNotDone();
      stop(people);
      assertThat(driving.get(60, TimeUnit.SECONDS))
          .as(recorded.err())
          .isEqualTo(ExitCode.SAFETY_STOP.code());
      requireInside(arm);
      requireHeld(arm);
    }

    try (RecordedRun log = RecordedRun.open(onlyRun().resolve("log"))) {
      List<TickLine> ticks =
          log.lines().stream().flatMap(line -> Stream.ofNullable(line.tick())).toList();
      assertThat(ticks).extracting(TickLine::source).contains(OfferSource.ANSWER);
      assertThat(ticks)
          .extracting(TickLine::state)
          .contains(SafetyState.ARMED, SafetyState.STOPPED);
      assertThat(ticks).anyMatch(tick -> tick.changed().contains(GuardReason.OUT_OF_WORKSPACE));
    }
    assertThat(run("replay", onlyRun().toString())).as(recorded.out()).isZero();
    assertThat(recorded.out()).contains("identical, bit for bit");
  }

  /** Everything it was told lies in the workspace, keeps the rotation, and is not all the same. */
  private static void requireInside(ScriptedArm arm) {
    for (RigidTransform target : arm.targets) {
      assertThat(target.x()).isCloseTo(ScriptedArm.START.x(), within(WALL + 1e-6));
      assertThat(target.y()).isCloseTo(ScriptedArm.START.y(), within(WALL + 1e-6));
      assertThat(target.z()).isCloseTo(ScriptedArm.START.z(), within(WALL + 1e-6));
      assertThat(Math.abs(target.qx())).isCloseTo(1, within(1e-6));
    }
    assertThat(arm.targets)
        .anyMatch(target -> ScriptedArm.distance(target, ScriptedArm.START) > WALL / 2);
    assertThat(arm.grips).allSatisfy(finger -> assertThat(finger).isBetween(0.0, 0.04));
  }

  /** The safe action was sent for a while: one pose, that of the hand, which is not zero. */
  private static void requireHeld(ScriptedArm arm) {
    List<RigidTransform> last = arm.targets.subList(arm.targets.size() - 3, arm.targets.size());
    assertThat(last).containsOnly(last.get(0));
    assertThat(ScriptedArm.distance(last.get(0), arm.place())).isLessThan(0.006);
  }

  private static void stop(ConnectedNode people) throws IOException {
    try (ServiceClient<TriggerRequest, TriggerResponse> stop =
        people.newServiceClient("/lookahead/stop", Trigger.TYPE)) {
      assertThat(stop.call(TriggerRequest.zero(), Duration.ofSeconds(5)).success()).isTrue();
    }
  }

  private static ConnectedNode join(RosCore core, String name) throws IOException {
    return new RosGraph(
            RosEnvironment.defaults().withMaster(core.getUri()),
            RosArguments.none(),
            InstantSource.system(),
            System::nanoTime)
        .join(name);
  }

  private int run(String... arguments) {
    return MainRunner.run(recorded.context(), arguments);
  }

  private Path onlyRun() throws IOException {
    try (Stream<Path> runs = Files.list(scratch.resolve("runs"))) {
      return runs.findFirst().orElseThrow();
    }
  }
}
