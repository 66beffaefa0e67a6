package dev.lookahead.sim.ros1;

import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Point;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Pose;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseWithCovariance;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistWithCovariance;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.lookahead_msgs.SimState;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Odometry;
import dev.lookahead.bridge.ros1.msg.rosgraph_msgs.Clock;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CameraInfo;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.sim.Simulator;
import dev.lookahead.sim.StateAxis;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.CameraFrame;
import java.util.List;

/** What a simulated robot publishes. */
final class SimRobotTopics {

  private static final String CAMERA_FRAME = "camera_optical_frame";

  private final Simulator simulator;
  private final SimRobotSettings settings;
  private final Publisher<Image> images;
  private final Publisher<CameraInfo> infos;
  private final Publisher<Image> goals;
  private final Publisher<SimState> states;
  private final Publisher<Odometry> odometry;
  private final Publisher<Clock> clock;

  SimRobotTopics(ConnectedNode node, Simulator simulator, SimRobotSettings settings) {
    this.simulator = simulator;
    this.settings = settings;
    // A world that waits tells its newest image and odometry to whoever comes; others, the next.
    PublicationHints fresh =
        settings.lockStep() ? PublicationHints.latched() : PublicationHints.defaults();
    this.images = node.newPublisher("/camera/image_raw", Image.TYPE, fresh);
    this.infos = node.newPublisher("/camera/camera_info", CameraInfo.TYPE, fresh);
    this.goals = node.newPublisher("~goal_image", Image.TYPE, PublicationHints.latched());
    this.states = node.newPublisher("~state", SimState.TYPE, PublicationHints.latched());
    this.odometry = node.newPublisher("/odom", Odometry.TYPE, fresh);
    this.clock = node.newPublisher("/clock", Clock.TYPE);
  }

  void clock(RosTime now) {
    clock.publish(Clock.of(now));
  }

  /** Image and description of the camera. */
  void camera(RosTime stamp) {
    images.publish(image(simulator.state(), stamp));
    infos.publish(info(stamp));
  }

  /** The truth, and what odometry makes of it. */
  void state(RosTime stamp, long step, Action action, boolean commanded) {
    states.publish(
        SimState.builder()
            .header(Header.of(0, stamp, "world"))
            .step(step)
            .state(StateNumbers.toMessage(simulator.state()))
            .goal(StateNumbers.toMessage(simulator.goalState()))
            .action(StateNumbers.toMessage(action.toArray()))
            .commanded(commanded)
            .build());
    if (settings.odometry()) {
      odometry.publish(odometry(stamp));
    }
  }

  Image goal(RosTime stamp) {
    Image image = image(simulator.goalState(), stamp);
    goals.publish(image);
    return image;
  }

  private Image image(float[] state, RosTime stamp) {
    CameraFrame frame = simulator.render(state, settings.frameSize());
    byte[] rgb = new byte[frame.rgb().remaining()];
    frame.rgb().get(rgb);
    return Image.builder()
        .header(Header.of(0, stamp, CAMERA_FRAME))
        .height(frame.height())
        .width(frame.width())
        .encoding("rgb8")
        .step(3L * frame.width())
        .data(rgb)
        .build();
  }

  /** A camera without lens errors that looks at the whole world from afar. */
  private CameraInfo info(RosTime stamp) {
    int width = settings.frameSize().width();
    int height = settings.frameSize().height();
    double x = width / 2.0;
    double y = height / 2.0;
    return CameraInfo.builder()
        .header(Header.of(0, stamp, CAMERA_FRAME))
        .height(height)
        .width(width)
        .distortionModel("plumb_bob")
        .d(0, 0, 0, 0, 0)
        .k(width, 0, x, 0, width, y, 0, 0, 1)
        .r(1, 0, 0, 0, 1, 0, 0, 0, 1)
        .p(width, 0, x, 0, 0, width, y, 0, 0, 0, 1, 0)
        .build();
  }

  /** Positions and velocities by the names of the state's axes, in the units of the world. */
  private Odometry odometry(RosTime stamp) {
    Pose pose = Pose.of(Point.of(axis("x"), axis("y"), 0), Quaternion.of(0, 0, 0, 1));
    Twist twist = Twist.of(Vector3.of(axis("vx"), axis("vy"), 0), Vector3.zero());
    return Odometry.of(
        Header.of(0, stamp, "odom"),
        "base_link",
        PoseWithCovariance.builder().pose(pose).build(),
        TwistWithCovariance.builder().twist(twist).build());
  }

  private double axis(String name) {
    List<String> names = simulator.stateAxes().stream().map(StateAxis::name).toList();
    int index = names.indexOf(name);
    return index < 0 ? 0 : simulator.state()[index];
  }
}
