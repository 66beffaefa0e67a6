package dev.lookahead.launch.command;

import dev.lookahead.bridge.ros1.msg.geometry_msgs.Point;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.tf.RigidTransform;
import dev.lookahead.launch.wiring.StubRobot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An arm as a driver shows it: it goes to the newest pose it was told at a quarter of a metre per
 * second, and turns there at once.
 */
final class ScriptedArm implements AutoCloseable {

  /** Pointing down over a table. */
  static final RigidTransform START = new RigidTransform(0.5, 0, 0.3, 1, 0, 0, 0);

  private static final double STEP = 0.005;

  final List<RigidTransform> targets = new CopyOnWriteArrayList<>();
  final List<Double> grips = new CopyOnWriteArrayList<>();
  private final StubRobot robot;
  private RigidTransform place = START;
  private RigidTransform target = START;
  private double finger = 0.04;

  ScriptedArm(ConnectedNode node) {
    robot =
        new StubRobot(node, "/camera/color/image_raw")
            .feelsPlace("panda_link0", "panda_EE", this::step)
            .feelsJoints("/joint_states", List.of("panda_finger_joint1"), joint -> finger())
            .moves(
                "/cartesian_impedance_example_controller/equilibrium_pose",
                PoseStamped.TYPE,
                this::go)
            .moves("/gripper_position_controller/command", Float64.TYPE, this::grip);
  }

  private synchronized void go(PoseStamped told) {
    Point at = told.pose().position();
    Quaternion turned = told.pose().orientation();
    target =
        new RigidTransform(at.x(), at.y(), at.z(), turned.x(), turned.y(), turned.z(), turned.w());
    targets.add(target);
  }

  private synchronized void grip(Float64 told) {
    finger = told.data();
    grips.add(finger);
  }

  private synchronized double finger() {
    return finger;
  }

  private synchronized RigidTransform step() {
    double share = Math.min(1, STEP / Math.max(STEP, distance(place, target)));
    place =
        new RigidTransform(
            place.x() + share * (target.x() - place.x()),
            place.y() + share * (target.y() - place.y()),
            place.z() + share * (target.z() - place.z()),
            target.qx(),
            target.qy(),
            target.qz(),
            target.qw());
    return place;
  }

  /** Metres between two places. */
  static double distance(RigidTransform a, RigidTransform b) {
    return Math.hypot(Math.hypot(a.x() - b.x(), a.y() - b.y()), a.z() - b.z());
  }

  /** Where the hand is. */
  synchronized RigidTransform place() {
    return place;
  }

  @Override
  public void close() {
    robot.close();
  }
}
