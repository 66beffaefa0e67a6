package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.ros1.msg.geometry_msgs.Point;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Pose;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseWithCovariance;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistWithCovariance;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.nav_msgs.Odometry;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.tf.RigidTransform;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProprioceptionSourceTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Proprioception felt(JointStateSource source, JointState message) throws Exception {
    return source.sense().reading().of(message);
  }

  @Test
  void jointsComeInTheModelsOrder() throws Exception {
    JointStateSource source =
        new JointStateSource(
            "/joint_states", Quantity.POSITION, List.of("elbow", "shoulder"), SECOND);
    JointState message =
        JointState.builder().name("shoulder", "grip", "elbow").position(1, 2, 3).build();
    assertThat(felt(source, message)).isEqualTo(new Proprioception(3, 1));
  }

  @Test
  void jointsThatTheRobotDoesNotHaveAreNamedWithThoseItHas() {
    JointStateSource source =
        new JointStateSource("/joint_states", Quantity.POSITION, List.of("wrist"), SECOND);
    JointState message = JointState.builder().name("shoulder").position(1).build();
    assertThatThrownBy(() -> felt(source, message))
        .hasMessageContaining("wrist")
        .hasMessageContaining("[shoulder]");
  }

  @Test
  void odometryGivesPoseAndVelocity() throws Exception {
    double half = Math.PI / 6;
    Odometry message =
        Odometry.builder()
            .pose(
                PoseWithCovariance.builder()
                    .pose(
                        Pose.of(
                            Point.of(1, 2, 0), Quaternion.of(0, 0, Math.sin(half), Math.cos(half))))
                    .build())
            .twist(
                TwistWithCovariance.builder()
                    .twist(Twist.of(Vector3.of(0.5, 0, 0), Vector3.of(0, 0, -1)))
                    .build())
            .build();
    OdometrySource source =
        new OdometrySource(
            "/odom",
            List.of(
                OdometrySource.Field.YAW_RATE,
                OdometrySource.Field.YAW,
                OdometrySource.Field.Y,
                OdometrySource.Field.VX),
            SECOND);
    Proprioception felt = source.sense().reading().of(message);
    assertThat(felt.get(0)).isEqualTo(-1);
    assertThat(felt.get(1)).isCloseTo((float) (Math.PI / 3), within(1e-6f));
    assertThat(felt.get(2)).isEqualTo(2);
    assertThat(felt.get(3)).isEqualTo(0.5f);
  }

  @Test
  void aPoseIsPlanarOrSpatialAndItsQuaternionHasOneSign() {
    RigidTransform place = new RigidTransform(1, 2, 3, 0, 0, -Math.sin(0.5), -Math.cos(0.5));
    TfSource planar = new TfSource("map", "base", TfSource.Pose.PLANAR, Duration.ofSeconds(1));
    TfSource spatial = new TfSource("map", "base", TfSource.Pose.SPATIAL, Duration.ofSeconds(1));

    assertThat(planar.of(place)).isEqualTo(new Proprioception(1, 2, 1));
    assertThat(planar.of(place).size()).isEqualTo(planar.size());
    assertThat(spatial.of(place))
        .isEqualTo(
            new Proprioception(1, 2, 3, -0f, -0f, (float) Math.sin(0.5), (float) Math.cos(0.5)));
    assertThat(spatial.of(place).size()).isEqualTo(spatial.size());
  }

  @Test
  void aPoseOfAFrameInItselfAndAgesOutOfRangeAreRefused() {
    assertThatThrownBy(
            () -> new OdometrySource("/odom", List.of(OdometrySource.Field.X), Duration.ofHours(1)))
        .hasMessage("maxAge must be from PT0.001S to PT1M, got PT1H");
    assertThatThrownBy(
            () -> new JointStateSource("/j", Quantity.POSITION, List.of("a"), Duration.ofNanos(1)))
        .hasMessageContaining("maxAge");
    assertThatThrownBy(
            () -> new TfSource("map", "map", TfSource.Pose.PLANAR, Duration.ofSeconds(1)))
        .hasMessageContaining("'map' and 'map'");
    assertThatThrownBy(() -> new TfSource("map", "base", TfSource.Pose.PLANAR, Duration.ZERO))
        .hasMessageContaining("maxAge");
  }
}
