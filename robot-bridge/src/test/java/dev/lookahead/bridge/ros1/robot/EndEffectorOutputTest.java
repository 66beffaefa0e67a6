package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.guard.Workspace;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.tf.RigidTransform;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.Proprioception;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.pose.EndEffectorDelta;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import dev.lookahead.worldmodel.pose.EulerAngles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.joml.Matrix3d;
import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.junit.jupiter.api.Test;

/** From tf to a pose and back into messages. */
class EndEffectorOutputTest {

  private static final Header HEADER = Header.of(0, new RosTime(7, 5), "base");
  private static final GripperTravel FINGER = new GripperTravel(0.04, 0);
  static final EndEffectorSource SOURCE =
      new EndEffectorSource(
          "base",
          "hand",
          new GripperJoint("/joint_states", "finger", FINGER),
          Duration.ofMillis(500));

  static EndEffectorOutput output(EndEffectorOutput.Form form) {
    return new EndEffectorOutput(
        "/arm",
        form,
        EndEffector.actionSpace(0.075f, 0.1f, 0.75f).axes(),
        Optional.empty(),
        Optional.of(new GripperOutput("/grip", FINGER)));
  }

  /** What is felt of a hand somewhere. */
  private static EndEffectorPose felt(RigidTransform place) {
    Proprioception half = new Proprioception(0.5f);
    return EndEffectorPose.of(EndEffectorSource.joined(SOURCE.place().of(place), half).toArray());
  }

  private static RigidTransform sent(EndEffectorPose pose) {
    PoseStamped message = EndEffectorOutput.pose(pose, HEADER);
    Quaternion turned = message.pose().orientation();
    assertThat(message.header().frameId()).isEqualTo("base");
    assertThat(turned.w()).isNotNegative();
    return new RigidTransform(
        message.pose().position().x(),
        message.pose().position().y(),
        message.pose().position().z(),
        turned.x(),
        turned.y(),
        turned.z(),
        turned.w());
  }

  private static void requireSame(RigidTransform found, RigidTransform expected) {
    assertThat(found.translation().distance(expected.translation())).isLessThan(1e-6);
    Quaterniond between = found.rotation().conjugate().mul(expected.rotation());
    assertThat(Math.abs(between.w)).isCloseTo(1, within(1e-9));
  }

  private static RigidTransform turned(double axisX, double axisY, double axisZ, double angle) {
    return RigidTransform.of(
        new Vector3d(0.5, -0.2, 0.3), new Quaterniond().rotateAxis(angle, axisX, axisY, axisZ));
  }

  @Test
  void whatIsFeltIsToldBackAsTheSamePlace() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      RigidTransform place =
          turned(
              random.nextDouble(-1, 1),
              random.nextDouble(-1, 1),
              random.nextDouble(0.1, 1),
              random.nextDouble(-6, 6));
      requireSame(sent(felt(place)), place);
    }
  }

  @Test
  void turnsAreRightHandedAboutTheAxesOfTheBase() {
    assertThat(felt(turned(1, 0, 0, 0.3)).rotation().roll()).isCloseTo(0.3, within(1e-6));
    assertThat(felt(turned(0, 1, 0, -0.3)).rotation().pitch()).isCloseTo(-0.3, within(1e-6));
    assertThat(felt(turned(0, 0, 1, Math.PI / 2)).rotation().yaw())
        .isCloseTo(Math.PI / 2, within(1e-6));
    float[] all = felt(turned(0, 0, 1, 0.3)).toArray();
    assertThat(all).startsWith(0.5f, -0.2f, 0.3f).endsWith(0.5f);
  }

  @Test
  void aHandThatPointsAlongTheGimbalsLockKeepsItsRotation() {
    for (double pitch : new double[] {Math.PI / 2, -Math.PI / 2}) {
      for (double yaw : new double[] {0, 0.7, -2}) {
        Quaterniond rotation = new Quaterniond().rotationZYX(yaw, pitch, 0.4);
        RigidTransform place = RigidTransform.of(new Vector3d(), rotation);
        requireSame(sent(felt(place)), place);
      }
    }
  }

  @Test
  void aHandThatPointsDownMayBeSeenWithEitherSignOfItsRoll() {
    RigidTransform down = turned(1, 0, 0, Math.PI - 1e-4);
    RigidTransform beyond = turned(1, 0, 0, Math.PI + 1e-4);
    assertThat(felt(down).rotation().roll()).isPositive();
    assertThat(felt(beyond).rotation().roll()).isNegative();
    requireSame(sent(felt(beyond)), beyond);
  }

  @Test
  void aTwistDoesTheDeltaInOnePeriod() {
    EulerAngles turn = new EulerAngles(0.1, -0.05, 0.08);
    EndEffectorDelta delta = new EndEffectorDelta(0.05, -0.025, 0, turn, 1);
    TwistStamped twist = EndEffectorOutput.twist(delta, Duration.ofMillis(250), HEADER);

    assertThat(twist.header()).isEqualTo(HEADER);
    assertThat(twist.twist().linear().x()).isCloseTo(0.2, within(1e-12));
    assertThat(twist.twist().linear().y()).isCloseTo(-0.1, within(1e-12));
    double x = twist.twist().angular().x() / 4;
    double y = twist.twist().angular().y() / 4;
    double z = twist.twist().angular().z() / 4;
    Quaterniond done = new Quaterniond().rotateAxis(Math.sqrt(x * x + y * y + z * z), x, y, z);
    EulerAngles reached = EulerAngles.of(done.get(new Matrix3d()));
    assertThat(reached.roll()).isCloseTo(0.1, within(1e-9));
    assertThat(reached.pitch()).isCloseTo(-0.05, within(1e-9));
    assertThat(reached.yaw()).isCloseTo(0.08, within(1e-9));
  }

  @Test
  void noMotionIsATwistOfZeros() {
    EndEffectorDelta none = EndEffectorDelta.of(new float[EndEffector.SIZE]);
    TwistStamped twist = EndEffectorOutput.twist(none, Duration.ofMillis(250), HEADER);
    assertThat(twist.twist().linear().x()).isZero();
    assertThat(twist.twist().angular().z()).isZero();
  }

  @Test
  void elsewhereTheGripperIsElsewhereToo() {
    EndEffectorOutput shadow =
        (EndEffectorOutput) output(EndEffectorOutput.Form.POSE).on("~plan/command");
    assertThat(shadow.topic()).isEqualTo("~plan/command");
    assertThat(shadow.gripper().orElseThrow().topic()).isEqualTo("~plan/command/gripper");
  }

  @Test
  void otherAxesAndWorkspacesAreRefused() {
    EndEffectorOutput good = output(EndEffectorOutput.Form.TWIST);
    assertThat(good.actionSpace()).isEqualTo(EndEffector.actionSpace(0.075f, 0.1f, 0.75f));
    List<ActionAxis> degrees = new ArrayList<>(good.axes());
    degrees.set(5, new ActionAxis("yaw", "deg", -1, 1));
    assertThatThrownBy(() -> with(degrees, Optional.empty()))
        .hasMessageContaining("in [m, m, m, rad, rad, rad, 1], got")
        .hasMessageContaining("deg");
    assertThatThrownBy(() -> with(good.axes().subList(0, 6), Optional.empty()))
        .hasMessageContaining("along [x, y, z, roll, pitch, yaw, gripper]");
    List<ActionAxis> onward = new ArrayList<>(good.axes());
    onward.set(0, new ActionAxis("x", "m", 0.01f, 1));
    assertThatThrownBy(() -> with(onward, Optional.empty()))
        .hasMessage("the range of 'x' must hold 0, which stops it, got 0.01 to 1.0");
    Workspace flat = new Workspace(List.of(0f, 0f), List.of(1f, 1f));
    assertThatThrownBy(() -> with(good.axes(), Optional.of(flat)))
        .hasMessageContaining("limits x, y and z");
  }

  private static EndEffectorOutput with(List<ActionAxis> axes, Optional<Workspace> room) {
    return new EndEffectorOutput("/arm", EndEffectorOutput.Form.POSE, axes, room, Optional.empty());
  }

  @Test
  void withoutThePoseThatItStartsFromItIsRefused() {
    assertThatThrownBy(
            () ->
                new RosRobotSettings(
                    CameraTopic.defaults(),
                    output(EndEffectorOutput.Form.POSE),
                    Optional.empty(),
                    Duration.ofMillis(250),
                    Duration.ofSeconds(1)))
        .hasMessageContaining("needs a proprioception of type end-effector, got none");
  }
}
