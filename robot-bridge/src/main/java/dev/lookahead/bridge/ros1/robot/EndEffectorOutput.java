package dev.lookahead.bridge.ros1.robot;

import dev.lookahead.bridge.guard.Workspace;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Point;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Pose;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import dev.lookahead.worldmodel.pose.EndEffector;
import dev.lookahead.worldmodel.pose.EndEffectorDelta;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import dev.lookahead.worldmodel.pose.EulerAngles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.joml.AxisAngle4d;
import org.joml.Quaterniond;

/**
 * Delta actions of an end effector, {@code x, y, z, roll, pitch, yaw, gripper} with the conventions
 * of {@link dev.lookahead.worldmodel.pose}, as what Cartesian controllers take. Frames of the
 * messages are that of the robot's base.
 *
 * @param topic of the arm
 * @param form what the arm takes
 * @param axes the seven of {@link EndEffector#AXES} in metres, radians and shares of the gripper's
 *     way, with what one action may change
 * @param workspace where x, y and z may lead, metres in the base; empty for anywhere
 * @param gripper how the gripper is told; empty for one that is not commanded
 */
public record EndEffectorOutput(
    String topic,
    Form form,
    List<ActionAxis> axes,
    Optional<Workspace> workspace,
    Optional<GripperOutput> gripper)
    implements CommandOutput {

  private static final int PLACE = 3;
  private static final List<String> UNITS = List.of("m", "m", "m", "rad", "rad", "rad", "1");
  private static final double NANOS_PER_SECOND = 1e9;

  /** What an arm takes. */
  public enum Form {
    /**
     * {@code geometry_msgs/PoseStamped}: where the end effector shall be, as Cartesian impedance
     * controllers take it.
     */
    POSE,
    /**
     * {@code geometry_msgs/TwistStamped}: how fast it shall move so that the delta is done in one
     * control period, m/s and rad/s about the base's axes, as MoveIt Servo takes it.
     */
    TWIST
  }

  /** Refuses other axes, and a workspace of another number of them. */
  public EndEffectorOutput {
    axes = List.copyOf(axes);
    List<String> names = axes.stream().map(ActionAxis::name).toList();
    List<String> units = axes.stream().map(ActionAxis::unit).toList();
    if (!names.equals(EndEffector.AXES) || !units.equals(UNITS)) {
      throw new IllegalArgumentException(
          "an end effector is moved along %s in %s, got %s in %s"
              .formatted(EndEffector.AXES, UNITS, names, units));
    }
    for (ActionAxis axis : axes) {
      if (axis.low() > 0 || axis.high() < 0) {
        throw new IllegalArgumentException(
            "the range of '%s' must hold 0, which stops it, got %s to %s"
                .formatted(axis.name(), axis.low(), axis.high()));
      }
    }
    workspace.ifPresent(
        room -> {
          if (room.low().size() != PLACE) {
            throw new IllegalArgumentException(
                "the workspace of an end effector limits x, y and z, got " + room);
          }
        });
  }

  @Override
  public CommandOutput on(String other) {
    return new EndEffectorOutput(
        other,
        form,
        axes,
        workspace,
        gripper.map(told -> new GripperOutput(other + "/gripper", told.travel())));
  }

  @Override
  public MessageType<?> type() {
    return form == Form.POSE ? PoseStamped.TYPE : TwistStamped.TYPE;
  }

  @Override
  public ActionSpace actionSpace() {
    return new ActionSpace(axes);
  }

  /** Where an end effector shall be, without its gripper. */
  static PoseStamped pose(EndEffectorPose target, Header header) {
    Quaterniond turned = quaternion(target.rotation());
    return PoseStamped.of(
        header,
        Pose.of(
            Point.of(target.x(), target.y(), target.z()),
            Quaternion.of(turned.x, turned.y, turned.z, turned.w)));
  }

  /** How fast an end effector moves that does a delta in a period, without its gripper. */
  static TwistStamped twist(EndEffectorDelta delta, Duration period, Header header) {
    double perSecond = NANOS_PER_SECOND / period.toNanos();
    AxisAngle4d turn = new AxisAngle4d(quaternion(delta.rotation()));
    double rate = turn.angle * perSecond;
    return TwistStamped.of(
        header,
        Twist.of(
            Vector3.of(delta.x() * perSecond, delta.y() * perSecond, delta.z() * perSecond),
            Vector3.of(turn.x * rate, turn.y * rate, turn.z * rate)));
  }

  /** Of a quaternion and its negative, which are the same rotation, the one with w at least 0. */
  private static Quaterniond quaternion(EulerAngles rotation) {
    Quaterniond turned = new Quaterniond().setFromNormalized(rotation.matrix()).normalize();
    return turned.w < 0 ? turned.mul(-1) : turned;
  }
}
