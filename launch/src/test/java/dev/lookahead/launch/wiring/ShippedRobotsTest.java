package dev.lookahead.launch.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.guard.OperatorReports;
import dev.lookahead.bridge.guard.SafetySignal;
import dev.lookahead.bridge.realtime.LoopTiming;
import dev.lookahead.bridge.realtime.ParkingPacer;
import dev.lookahead.bridge.realtime.RealTimeLoop;
import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64MultiArray;
import dev.lookahead.bridge.ros1.msg.trajectory_msgs.JointTrajectory;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.NodeConfiguration;
import dev.lookahead.bridge.ros1.node.NodeSources;
import dev.lookahead.bridge.ros1.robot.RosRobot;
import dev.lookahead.bridge.ros1.robot.RosRobotSettings;
import dev.lookahead.config.ConfigLoader;
import dev.lookahead.worldmodel.Action;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The robots whose settings are shipped, each moved by the real loop and its guard through the
 * embedded master, toward what their driver would read: names, units, signs, limits.
 */
class ShippedRobotsTest {

  private static final List<String> JOINTS =
      List.of("joint_1", "joint_2", "joint_3", "joint_4", "joint_5", "joint_6");
  private static final Action REACH = new Action(0, 0.2f, 0, 0, -0.1f, 0);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private RosCore core;
  private final Map<String, Double> joints = new ConcurrentHashMap<>();

  @BeforeEach
  void startMaster() throws IOException {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    JOINTS.forEach(joint -> joints.put(joint, 0.0));
  }

  @AfterEach
  void endMaster() {
    core.close();
  }

  @Test
  void aDiffDriveGoesForwardAndTurnsLeftWithinItsLimits() throws Exception {
    DriveExperiment drive = settings("diff-drive", "people.eStop=null");
    List<Twist> heard = new CopyOnWriteArrayList<>();
    try (StubRobot robot = stub(drive).feelsOdometry("/odom")) {
      robot.moves("/cmd_vel", Twist.TYPE, heard::add);
      move(drive, new Action(9, 9), () -> any(heard, twist -> twist.linear().x() >= 0.49));
      requireDiffDrive(heard);
    }
  }

  @Test
  void aDiffDriveWhoseDriverTakesStampedTwistsDoesTheSame() throws Exception {
    DriveExperiment drive =
        settings("diff-drive", "people.eStop=null", "robot.link.command.stamped=true");
    List<Twist> heard = new CopyOnWriteArrayList<>();
    List<String> frames = new CopyOnWriteArrayList<>();
    try (StubRobot robot = stub(drive).feelsOdometry("/odom")) {
      robot.moves(
          "/cmd_vel",
          TwistStamped.TYPE,
          stamped -> {
            frames.add(stamped.header().frameId());
            heard.add(stamped.twist());
          });
      move(drive, new Action(9, 9), () -> any(heard, twist -> twist.linear().x() >= 0.49));
      requireDiffDrive(heard);
      assertThat(frames).containsOnly("base_link");
    }
  }

  @Test
  void anArmBehindATrajectoryControllerReachesOutByTheNamesOfItsJoints() throws Exception {
    DriveExperiment drive = settings("arm-6", "people.eStop=null", "people.deadman=null");
    try (StubRobot robot = arm(drive)) {
      robot.moves(
          "/arm_controller/command",
          JointTrajectory.TYPE,
          wanted -> {
            for (int i = 0; i < wanted.jointNames().size(); i++) {
              joints.put(wanted.jointNames().get(i), wanted.points().get(0).positions()[i]);
            }
          });
      move(drive, REACH, this::reached);
      requireReached();
    }
  }

  @Test
  void anArmBehindAGroupOfVelocityControllersMovesByThePlacesInTheArray() throws Exception {
    DriveExperiment drive =
        settings(
            "arm-6",
            "people.eStop=null",
            "people.deadman=null",
            "robot.link.command={type: float64-array, topic: /group/command, quantity: velocity, size: 7, joints: [], axes: ["
                + axes(joint -> Integer.toString(6 - joint), -2)
                + "]}");
    List<Float64MultiArray> heard = new CopyOnWriteArrayList<>();
    List<String> withGripper = new ArrayList<>(JOINTS);
    withGripper.add("gripper");
    try (StubRobot robot =
        stub(drive)
            .feelsJoints("/joint_states", withGripper, name -> joints.getOrDefault(name, 0.0))) {
      robot.moves(
          "/group/command",
          Float64MultiArray.TYPE,
          wanted -> {
            heard.add(wanted);
            for (int joint = 0; joint < 6; joint++) {
              double turned = 0.1 * wanted.data()[6 - joint] / -2;
              joints.merge(JOINTS.get(joint), turned, Double::sum);
            }
          });
      move(drive, REACH, () -> joints.getOrDefault("joint_2", 0.0) > 0.05);
    }
    assertThat(joints.get("joint_2")).isGreaterThan(0.05);
    assertThat(joints.get("joint_5")).isNegative();
    assertThat(joints.get("joint_1")).isCloseTo(0, within(1e-9));
    assertThat(heard).allSatisfy(array -> assertThat(array.data()).hasSize(7));
    assertThat(heard).last().satisfies(array -> assertThat(array.data()).containsOnly(0.0, -0.0));
  }

  @Test
  void anArmThatTakesJointStatesReachesOut() throws Exception {
    DriveExperiment drive =
        settings(
            "arm-6",
            "people.eStop=null",
            "people.deadman=null",
            "robot.link.command={type: joint-state, topic: /wanted, quantity: position, axes: ["
                + axes(JOINTS::get, 1)
                + "]}");
    try (StubRobot robot = arm(drive)) {
      robot.moves(
          "/wanted",
          JointState.TYPE,
          wanted -> {
            for (int i = 0; i < wanted.name().size(); i++) {
              joints.put(wanted.name().get(i), wanted.position()[i]);
            }
          });
      move(drive, REACH, this::reached);
      requireReached();
    }
  }

  private static void requireDiffDrive(List<Twist> heard) {
    assertThat(heard)
        .allSatisfy(
            twist -> {
              assertThat(twist.linear().x()).isBetween(0.0, 0.5001);
              assertThat(twist.angular().z()).isBetween(0.0, 1.0001);
              assertThat(twist.linear().y()).isZero();
            });
    assertThat(heard.get(0).linear().x())
        .as("m/s after a tenth of a second at 0.5 m/s²")
        .isLessThanOrEqualTo(0.0501);
    assertThat(heard).last().extracting(twist -> twist.linear().x()).isEqualTo(0.0);
  }

  private boolean reached() {
    return Math.abs(joints.getOrDefault("joint_2", 0.0) - 0.2) < 1e-3
        && Math.abs(joints.getOrDefault("joint_5", 0.0) + 0.1) < 1e-3;
  }

  private void requireReached() {
    // It was there, or the loop had not ended. Then it is held where it was seen last, which on a
    // busy machine is some ticks behind, but never beyond.
    assertThat(joints.get("joint_2")).isBetween(-1e-6, 0.2 + 1e-3);
    assertThat(joints.get("joint_5")).isBetween(-0.1 - 1e-3, 1e-6);
    assertThat(joints.get("joint_1")).isCloseTo(0, within(1e-6));
    assertThat(joints.get("joint_6")).isCloseTo(0, within(1e-6));
  }

  private static String axes(IntFunction<String> target, int scale) {
    StringBuilder axes = new StringBuilder();
    for (int joint = 0; joint < 6; joint++) {
      axes.append(
          "{name: j%d, unit: rad, low: -1, high: 1, target: '%s', scale: %d, limit: %d},"
              .formatted(joint + 1, target.apply(joint), scale, Math.abs(scale)));
    }
    return axes.toString();
  }

  private static boolean any(List<Twist> heard, Predicate<Twist> which) {
    return heard.stream().anyMatch(which);
  }

  private static DriveExperiment settings(String preset, String... changes) {
    return ConfigLoader.bundled().load("drive", preset, List.of(changes), DriveExperiment.class);
  }

  private StubRobot arm(DriveExperiment drive) {
    return stub(drive)
        .feelsJoints("/joint_states", JOINTS, joint -> joints.getOrDefault(joint, 0.0));
  }

  private StubRobot stub(DriveExperiment drive) {
    try {
      return new StubRobot(join("driver"), drive.body().link().camera().topic());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ConnectedNode join(String name) throws IOException {
    return ConnectedNode.connect(
        NodeConfiguration.newPrivate(
            name,
            core.getUri(),
            new NodeSources(InstantSource.system(), System::nanoTime, new SplittableRandom(2))));
  }

  /** Wants one action at every tick until something holds. */
  private void move(DriveExperiment drive, Action wanted, BooleanSupplier done)
      throws IOException, InterruptedException {
    RosRobotSettings link = drive.body().link();
    ExecutorService thinking = Executors.newSingleThreadExecutor();
    try (ConnectedNode node = join("pilot");
        RosRobot robot = RosRobot.open(node, link, 8, 8, System::nanoTime)) {
      robot.awaitListener(System::nanoTime);
      RealTimeLoop loop =
          new RealTimeLoop(
              robot,
              seen -> Optional.of(wanted),
              drive.safety().profile(link, drive.people().rules()),
              LoopTiming.ofPeriod(robot.controlPeriodNanos()),
              OperatorReports::none,
              thinking,
              new ParkingPacer(System::nanoTime),
              event -> {});
      loop.signal(SafetySignal.ARM);
      long began = System.nanoTime();
      loop.run(() -> done.getAsBoolean() || System.nanoTime() - began > PATIENCE_NANOS);
      assertThat(System.nanoTime() - began).as("moved in time").isLessThan(PATIENCE_NANOS);
      // What was sent last has arrived when its driver is asked.
      TimeUnit.MILLISECONDS.sleep(200);
    } finally {
      thinking.shutdownNow();
    }
  }
}
