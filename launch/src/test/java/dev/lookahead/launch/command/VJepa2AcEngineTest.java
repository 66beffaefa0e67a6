package dev.lookahead.launch.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.config.ConfigLoader;
import dev.lookahead.launch.MainRunner;
import dev.lookahead.launch.SmallMeasurement;
import dev.lookahead.launch.SmallVJepa2Ac;
import dev.lookahead.launch.terminal.ExitCode;
import dev.lookahead.launch.wiring.ControlSettings;
import dev.lookahead.launch.wiring.EngineChoice;
import dev.lookahead.launch.wiring.EvaluationExperiment;
import dev.lookahead.launch.wiring.LoadedModel;
import dev.lookahead.planner.Plan;
import dev.lookahead.planner.PlanningBudget;
import dev.lookahead.planner.PlanningProblem;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSequences;
import dev.lookahead.worldmodel.CameraFrame;
import dev.lookahead.worldmodel.Goal;
import dev.lookahead.worldmodel.History;
import dev.lookahead.worldmodel.Observation;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.Rollouts;
import dev.lookahead.worldmodel.WorldModel;
import dev.lookahead.worldmodel.energy.FutureSampling;
import dev.lookahead.worldmodel.episode.DatasetSpec;
import dev.lookahead.worldmodel.episode.EpisodeInfo;
import dev.lookahead.worldmodel.episode.EpisodeRecorder;
import dev.lookahead.worldmodel.episode.EpisodeWriter;
import dev.lookahead.worldmodel.episode.SignalAxis;
import dev.lookahead.worldmodel.family.VJepa2AcWorldModel;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.pose.EndEffectorDelta;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a folder as it is released to plans and measurements, through the command line. */
class VJepa2AcEngineTest {

  private static final float[] POSE = {0.5f, 0, 0.3f, 3.1f, -0.4f, 0.2f, 0.3f};
  private static final int SIDE = SmallVJepa2Ac.SIDE;

  private final RecordedContext recorded = new RecordedContext();
  @TempDir private Path scratch = Path.of("");

  @Test
  void aReleasedFolderIsPlannedWithAsPublished() throws IOException {
    Path bundle = imported(SmallVJepa2Ac.whole(scratch.resolve("released")));
    assertThat(recorded.out())
        .contains("vjepa2-ac", "1 of 32 x 32", "x, y, z, roll, pitch, yaw, gripper");
    LoadedModel model = LoadedModel.read(bundle, VJepa2AcWorldModel.publishedActions());
    ControlSettings control = control();

    List<float[]> costs = new ArrayList<>();
    for (EngineChoice engine : EngineChoice.values()) {
      try (WorldModel opened = model.open(engine, control.cost(), FutureSampling.defaults());
          Rollouts rollouts = opened.rollouts(History.of(now()), new Goal(frame(2)))) {
        Plan plan =
            control
                .planner()
                .planner()
                .plan(
                    PlanningProblem.of(rollouts::costs, opened.spec().actionSpace(), 1),
                    PlanningBudget.untimed(),
                    new SplittableRandom(1),
                    event -> {});
        assertThat(plan.iterations()).hasSize(4);
        assertThat(plan.iterations().get(3).meanCost())
            .isLessThan(plan.iterations().get(0).meanCost());
        assertThat(plan.cost()).isLessThan(plan.iterations().get(0).meanCost());
        Action first = plan.actions().action(0);
        for (int axis = 3; axis < 6; axis++) {
          assertThat(Math.abs(first.get(axis))).isZero();
        }
        for (int axis = 0; axis < 3; axis++) {
          assertThat(first.get(axis)).isBetween(-0.075f, 0.075f);
        }
        ActionSequences candidates = draw(opened);
        float[] found = new float[candidates.candidates()];
        rollouts.costs(candidates, found);
        costs.add(found);
      }
    }
    assertThat(costs.get(0)).containsExactly(costs.get(1), within(2e-5f));
    float[] sorted = costs.get(0).clone();
    Arrays.sort(sorted);
    assertThat(sorted[sorted.length - 1] - sorted[0]).isGreaterThan(0.002f);
  }

  @Test
  void anEncoderPublishedElsewhereIsTheSameForItsBundle() throws IOException {
    Path predictor = SmallVJepa2Ac.predictor(scratch.resolve("predictor"));
    Path encoder = SmallVJepa2Ac.encoder(scratch.resolve("encoder"), 24);
    Path encoderBundle = scratch.resolve("encoder-bundle");
    assertThat(run("import", encoder.toString(), "--out", encoderBundle.toString())).isZero();

    Path fromFolder = imported(predictor, "--encoder", encoder.toString(), "--context", "2");
    String hash = LoadedModel.read(fromFolder).bundle().weightsSha256();
    Path fromBundle = imported(predictor, "--encoder", encoderBundle.toString());
    assertThat(LoadedModel.read(fromBundle).bundle().weightsSha256()).isEqualTo(hash);
    assertThat(LoadedModel.read(fromBundle).bundle().manifest().provenance().dataDescription())
        .contains("'predictor' (vjepa2-ac", "'encoder' (vjepa2");
  }

  @Test
  void recordingsOfAnEndEffectorMeasureIt() throws Exception {
    Path bundle =
        imported(
            SmallVJepa2Ac.whole(scratch.resolve("released")), "--context", "2", "--frame", "32x48");
    Path recording = recording(48);
    List<String> arguments =
        new ArrayList<>(List.of("rollout", bundle.toString(), recording.toString()));
    arguments.addAll(SmallMeasurement.SETTINGS);
    arguments.addAll(List.of("--out", scratch.resolve("runs").toString()));
    assertThat(run(arguments.toArray(String[]::new))).as(recorded.err()).isZero();
    assertThat(recorded.out()).contains("skill");
  }

  @Test
  void whatDoesNotFitIsRefusedByName() throws Exception {
    Path whole = SmallVJepa2Ac.whole(scratch.resolve("whole"));
    Path predictor = SmallVJepa2Ac.predictor(scratch.resolve("predictor"));
    Path wide = SmallVJepa2Ac.encoder(scratch.resolve("wide"), 36);

    refused(ExitCode.MODEL, "name the V-JEPA 2 encoder", predictor);
    refused(ExitCode.MODEL, "holds an encoder already", whole, "--encoder", wide.toString());
    refused(
        ExitCode.MODEL,
        "tokens of 24 numbers, this encoder's have 36",
        predictor,
        "--encoder",
        wide.toString());
    refused(ExitCode.MODEL, "there is neither", predictor, "--encoder", scratch.toString());
    refused(
        ExitCode.MODEL,
        "actionWidth must be 7",
        SmallVJepa2Ac.ofActions(scratch.resolve("six"), 6));
    refused(ExitCode.USAGE, "--context should be 1 to 64, got 0", whole, "--context", "0");
    refused(
        ExitCode.USAGE,
        "must be named x, y, z, roll, pitch, yaw, gripper, got x",
        whole,
        "--axis",
        "x:m:-1:1");
    refused(ExitCode.USAGE, "do not tile", whole, "--frame", "40x32");
    assertThat(scratch.resolve("bundle")).doesNotExist();

    Path bundle = imported(whole);
    Path recording = recording(SIDE + 16);
    assertThat(run("rollout", bundle.toString(), recording.toString()))
        .isEqualTo(ExitCode.DATA.code());
    assertThat(recorded.err()).contains("the model sees frames of 32x32, these are 48x32");
    assertThat(run("evaluate", "two-room", "control=vjepa2-ac", "model=" + bundle))
        .isEqualTo(ExitCode.MODEL.code());
    assertThat(recorded.err()).contains("another action space");
  }

  @Test
  void aRobotThatFeelsNoPoseIsNotDriven() throws IOException {
    Path bundle = imported(SmallVJepa2Ac.whole(scratch.resolve("released")));
    StringBuilder axes = new StringBuilder();
    for (ActionAxis axis : VJepa2AcWorldModel.publishedActions().axes()) {
      axes.append(
          "{name: %s, unit: '%s', low: %s, high: %s, target: '%d', scale: 1, limit: 1},"
              .formatted(
                  axis.name(),
                  axis.unit(),
                  axis.low(),
                  axis.high(),
                  EndEffector.AXES.indexOf(axis.name())));
    }
    String rates = "=[1, 1, 1, 1, 1, 1, 1]";
    int code =
        run(
            "drive",
            "arm-6",
            "model=" + bundle,
            "people.eStop=null",
            "people.deadman=null",
            "safety.maxRates" + rates,
            "safety.maxAccelerations" + rates,
            "robot.link.command={type: float64-array, topic: /delta, quantity: velocity, size: 7, joints: [], axes: ["
                + axes
                + "]}");
    assertThat(recorded.err()).contains("feels 7 values, robot.link.proprioception gives 6");
    assertThat(code).isEqualTo(ExitCode.USAGE.code());
    String joints =
        "robot.link.proprioception={type: joint-state, topic: /joint_states, quantity: position,"
            + " joints: [a, b, c, d, e, f, g], maxAge: 1s}";
    assertThat(run("drive", "franka-ee", "model=" + bundle, joints))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(recorded.err()).contains("needs a proprioception of type end-effector, got Joint");
    assertThat(
            run(
                "drive",
                "franka-ee",
                "model=" + bundle,
                joints,
                "robot.link.command={type: float64-array, topic: /delta, quantity: velocity, size: 7, joints: [], axes: ["
                    + axes
                    + "]}"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(recorded.err()).contains("feels the pose of an end effector").contains("franka-ee");
    assertThat(run("drive", "franka-ee", "model=" + bundle, "safety.framePeriod=33ms"))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(recorded.err())
        .contains(
            "planned on for 200 ms of robot.link.controlPeriod and counts as stale after 200");
    assertThat(run("drive", "franka-ee", "model=two-room")).isEqualTo(ExitCode.USAGE.code());
    assertThat(recorded.err()).contains("the model 'two-room' was made for");
  }

  private void refused(ExitCode code, String complaint, Path folder, String... more) {
    assertThat(run(arguments(folder, more))).as(complaint).isEqualTo(code.code());
    assertThat(recorded.err()).contains(complaint);
  }

  private Path imported(Path folder, String... more) {
    assertThat(run(arguments(folder, more))).as(recorded.err()).isZero();
    return scratch.resolve("bundle");
  }

  private String[] arguments(Path folder, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "import",
                folder.toString(),
                "--family",
                "vjepa2-ac",
                "--out",
                scratch.resolve("bundle").toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private int run(String... arguments) {
    return MainRunner.run(recorded.context(), arguments);
  }

  /** The published planner with few samples. */
  private static ControlSettings control() {
    return ConfigLoader.bundled()
        .load(
            "evaluation",
            "two-room",
            List.of(
                "control=vjepa2-ac",
                "control.planner.search.samples=60",
                "control.planner.search.iterations=4"),
            EvaluationExperiment.class)
        .control();
  }

  private static ActionSequences draw(WorldModel model) {
    SplittableRandom random = new SplittableRandom(3);
    ActionSequences candidates = new ActionSequences(6, 2, model.spec().actionSpace().size());
    for (int i = 0; i < candidates.values().length; i++) {
      candidates.values()[i] = (float) random.nextDouble(-0.1, 0.1);
    }
    return candidates;
  }

  private static Observation now() {
    return new Observation(frame(1), new Proprioception(POSE));
  }

  private static CameraFrame frame(int seed) {
    byte[] rgb = new byte[SIDE * SIDE * 3];
    new SplittableRandom(seed).nextBytes(rgb);
    return new CameraFrame(SIDE, SIDE, rgb, 0);
  }

  /** Three episodes of a hand that moves and turns at random, four frames a second. */
  private Path recording(int width) throws Exception {
    Path folder = scratch.resolve("recording");
    DatasetSpec spec =
        new DatasetSpec(
            "hand",
            width,
            SIDE,
            250_000_000,
            VJepa2AcWorldModel.publishedActions(),
            List.of(),
            EndEffector.AXES.stream().map(name -> new SignalAxis(name, "1")).toList());
    SplittableRandom random = new SplittableRandom(8);
    try (EpisodeWriter writer = EpisodeWriter.open(folder, spec)) {
      for (int episode = 0; episode < 3; episode++) {
        EpisodeRecorder recorder = new EpisodeRecorder(spec);
        EndEffectorPose pose = EndEffectorPose.of(POSE);
        recorder.begin(observation(random, width, pose, 0), new float[0]);
        for (int step = 0; step < 20; step++) {
          float[] delta = new float[EndEffector.SIZE];
          for (int i = 0; i < delta.length; i++) {
            delta[i] = (float) random.nextDouble(-0.07, 0.07);
          }
          pose = pose.moved(EndEffectorDelta.of(delta));
          recorder.step(
              new Action(delta), observation(random, width, pose, step + 1), new float[0]);
        }
        writer.append(recorder.finish(new EpisodeInfo(episode, "random")));
      }
      writer.commit();
    }
    return folder;
  }

  private static Observation observation(
      SplittableRandom random, int width, EndEffectorPose pose, int step) {
    byte[] rgb = new byte[width * SIDE * 3];
    random.nextBytes(rgb);
    return new Observation(
        new CameraFrame(width, SIDE, rgb, step * 250_000_000L), new Proprioception(pose.toArray()));
  }
}
