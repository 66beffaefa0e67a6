package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Transform;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TransformStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CameraInfo;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.CompressedImage;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.msg.tf2_msgs.TFMessage;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.node.TestNodes;
import dev.lookahead.bridge.ros1.peer.RealRos;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.worldmodel.Proprioception;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Robots that say of themselves what the settings say, and some that do not. */
class RosRobotTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final CommandAxis FORWARD =
      new CommandAxis("forward", "m/s", -1, 1, "linear.x", 1, 1);

  private RosCore core;
  private ConnectedNode robot;
  private ConnectedNode node;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    robot = TestNodes.node("robot", core.getUri());
    node = TestNodes.node("lookahead", core.getUri());
  }

  @AfterEach
  void leave() {
    node.close();
    robot.close();
    core.close();
  }

  private static RosTime now() {
    Instant instant = Instant.now();
    return new RosTime(instant.getEpochSecond(), instant.getNano());
  }

  private static Image image() {
    return Image.builder()
        .header(Header.of(0, now(), "camera"))
        .width(8)
        .height(6)
        .encoding("rgb8")
        .step(24)
        .data(new byte[144])
        .build();
  }

  private Publisher<Image> showImage() {
    Publisher<Image> images =
        robot.newPublisher("/camera/image_raw", Image.TYPE, PublicationHints.latched());
    images.publish(image());
    return images;
  }

  private static TFMessage place(String parent, String child, double x, double z, double w) {
    return TFMessage.of(
        List.of(
            TransformStamped.of(
                Header.of(0, now(), parent),
                child,
                Transform.of(Vector3.of(x, 2, 3), Quaternion.of(0, 0, z, w)))));
  }

  private RosRobot open(
      CameraTopic camera, CommandOutput command, @Nullable ProprioceptionSource felt)
      throws Exception {
    return RosRobot.open(
        node,
        new RosRobotSettings(
            camera, command, Optional.ofNullable(felt), Duration.ofMillis(100), PATIENCE),
        4,
        4,
        System::nanoTime);
  }

  private RosRobot open(@Nullable ProprioceptionSource felt) throws Exception {
    return open(CameraTopic.defaults(), twist(), felt);
  }

  private static CommandOutput twist() {
    return new TwistOutput("/cmd_vel", false, "base_link", List.of(FORWARD));
  }

  @Test
  void theRobotFeelsWhereItsBaseIsInTheMap() throws Exception {
    showImage();
    Publisher<TFMessage> places =
        robot.newPublisher("/tf", TFMessage.TYPE, PublicationHints.latched());
    places.publish(place("map", "base_link", 1, Math.sin(Math.PI / 8), Math.cos(Math.PI / 8)));
    TfSource planar =
        new TfSource("map", "base_link", TfSource.Pose.PLANAR, Duration.ofSeconds(30));

    try (RosRobot opened = open(planar)) {
      Proprioception felt = opened.observe().proprioception();
      assertThat(felt.get(0)).isEqualTo(1);
      assertThat(felt.get(1)).isEqualTo(2);
      assertThat(felt.get(2)).isCloseTo((float) (Math.PI / 4), within(1e-6f));
    }
  }

  @Test
  void anImageWithoutAFreshPoseIsNoObservation() throws Exception {
    Publisher<Image> images = showImage();
    Publisher<TFMessage> places =
        robot.newPublisher("/tf", TFMessage.TYPE, PublicationHints.latched());
    places.publish(place("map", "base_link", 1, 0, 1));
    TfSource brief = new TfSource("map", "base_link", TfSource.Pose.SPATIAL, Duration.ofSeconds(2));

    try (RosRobot opened = open(brief)) {
      long first = opened.observe().stampNanos();
      RealRos.await(
          "the pose is too old",
          SOON,
          () -> {
            images.publish(image());
            opened.observe();
            return opened.unfelt() > 0;
          });
      long last = opened.observe().stampNanos();
      assertThat(last).isGreaterThanOrEqualTo(first);

      places.publish(place("map", "base_link", 9, 0, 1));
      RealRos.await(
          "it feels again",
          SOON,
          () -> {
            images.publish(image());
            return opened.observe().proprioception().get(0) == 9;
          });
    }
  }

  @Test
  void anImageWithoutAFreshReportOfTheJointsIsNoObservation() throws Exception {
    Publisher<Image> images = showImage();
    Publisher<JointState> joints =
        robot.newPublisher("/joint_states", JointState.TYPE, PublicationHints.latched());
    joints.publish(JointState.builder().name("elbow").position(1).build());
    JointStateSource brief =
        new JointStateSource(
            "/joint_states", Quantity.POSITION, List.of("elbow"), Duration.ofMillis(500));

    try (RosRobot opened = open(brief)) {
      RealRos.await(
          "the report is too old",
          SOON,
          () -> {
            images.publish(image());
            opened.observe();
            return opened.unfelt() > 0;
          });

      RealRos.await(
          "it feels again",
          SOON,
          () -> {
            joints.publish(JointState.builder().name("elbow").position(9).build());
            images.publish(image());
            return opened.observe().proprioception().get(0) == 9;
          });
    }
  }

  @Test
  void frameNamesThatNobodyPublishesAreRefusedWithThoseThereAre() {
    showImage();
    robot
        .newPublisher("/tf", TFMessage.TYPE, PublicationHints.latched())
        .publish(place("odom", "base_footprint", 1, 0, 1));
    TfSource wrong = new TfSource("map", "base_link", TfSource.Pose.PLANAR, Duration.ofSeconds(1));

    assertThatThrownBy(() -> open(wrong))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("expected the place of 'base_link' in 'map' on /tf within 5 s")
        .satisfies(
            e ->
                assertThat(((RobotUnavailableException) e).advice())
                    .contains("[base_footprint, odom]"));
  }

  @Test
  void aCommandOfJointsThatTheRobotDoesNotReportIsRefused() {
    showImage();
    robot
        .newPublisher("/joint_states", JointState.TYPE, PublicationHints.latched())
        .publish(JointState.builder().name("shoulder", "elbow").velocity(0, 0).build());
    CommandAxis wrist = new CommandAxis("wrist", "rad/s", -1, 1, "wrist", 1, 1);
    CommandOutput velocities = new JointStateOutput("/cmd", Quantity.VELOCITY, List.of(wrist));
    CommandAxis first = new CommandAxis("first", "rad/s", -1, 1, "0", 1, 1);
    CommandOutput array =
        new Float64ArrayOutput("/group", Quantity.VELOCITY, 3, List.of(), List.of(first));

    assertThatThrownBy(() -> open(CameraTopic.defaults(), velocities, null))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessage(
            "/cmd commands the joints [wrist], those on /joint_states are [elbow, shoulder]");
    assertThatThrownBy(() -> open(CameraTopic.defaults(), array, null))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessage("/group takes 3 numbers, the joints on /joint_states are [elbow, shoulder]");
  }

  @Test
  void aCameraInfoOfOtherImagesIsRefused() {
    showImage();
    robot
        .newPublisher("/camera/camera_info", CameraInfo.TYPE, PublicationHints.latched())
        .publish(CameraInfo.builder().width(640).height(480).build());

    assertThatThrownBy(() -> open(null))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining(
            "/camera/camera_info: camera_info describes 640x480 images, found 8x6");
  }

  @Test
  void aCameraWithoutCalibrationIsTakenAsItIs() throws Exception {
    showImage();
    robot
        .newPublisher("/camera/camera_info", CameraInfo.TYPE, PublicationHints.latched())
        .publish(CameraInfo.zero());

    try (RosRobot opened = open(null)) {
      assertThat(opened.observe().frame().width()).isEqualTo(4);
    }
  }

  @Test
  void aCompressedImageOfAnotherResolutionThanTrainedOnIsRefused() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", png);
    robot
        .newPublisher(
            "/camera/image_raw/compressed", CompressedImage.TYPE, PublicationHints.latched())
        .publish(CompressedImage.of(Header.of(0, now(), ""), "png", png.toByteArray()));
    CameraTopic usual = CameraTopic.defaults();
    CameraTopic large =
        new CameraTopic(
            "/camera/image_raw/compressed",
            true,
            usual.crop(),
            usual.depth(),
            Optional.of(new CameraTopic.Resolution(640, 480)));

    assertThatThrownBy(() -> open(large, twist(), null))
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("expected 640x480, found 8x6");
  }

  @Test
  void aCameraInfoIsFoundBesideTheRawImagesOfACompressedStream() throws Exception {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", png);
    robot
        .newPublisher(
            "/camera/image_raw/compressed", CompressedImage.TYPE, PublicationHints.latched())
        .publish(CompressedImage.of(Header.of(0, now(), ""), "png", png.toByteArray()));
    robot
        .newPublisher("/camera/camera_info", CameraInfo.TYPE, PublicationHints.latched())
        .publish(CameraInfo.builder().width(640).height(480).build());
    CameraTopic usual = CameraTopic.defaults();
    CameraTopic any =
        new CameraTopic(
            "/camera/image_raw/compressed", true, usual.crop(), usual.depth(), Optional.empty());

    assertThatThrownBy(() -> open(any, twist(), null))
        .hasMessageContaining("640x480 images, found 8x6");
  }
}
