package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.ros1.master.RosCore;
import dev.lookahead.bridge.ros1.message.MessageType;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.PoseStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Quaternion;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Transform;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TransformStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Vector3;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.Image;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64;
import dev.lookahead.bridge.ros1.msg.std_msgs.Header;
import dev.lookahead.bridge.ros1.msg.tf2_msgs.TFMessage;
import dev.lookahead.bridge.ros1.node.ConnectedNode;
import dev.lookahead.bridge.ros1.node.Publisher;
import dev.lookahead.bridge.ros1.node.TestNodes;
import dev.lookahead.bridge.ros1.peer.RealRos;
import dev.lookahead.bridge.ros1.tcpros.PublicationHints;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An arm whose hand is in tf and whose gripper is a joint. */
class EndEffectorRobotTest {

  private static final Duration SOON = Duration.ofSeconds(10);
  private static final Action STAY = new Action(0, 0, 0, 0, 0, 0, 0);

  private RosCore core;
  private ConnectedNode arm;
  private ConnectedNode node;
  private Publisher<Image> images;
  private Publisher<TFMessage> places;
  private Publisher<JointState> joints;

  @BeforeEach
  void join() throws Exception {
    core = RosCore.newPrivate(0, new SplittableRandom(1));
    arm = TestNodes.node("arm", core.getUri());
    node = TestNodes.node("lookahead", core.getUri());
    images = latched("/camera/image_raw", Image.TYPE);
    places = latched("/tf", TFMessage.TYPE);
    joints = latched("/joint_states", JointState.TYPE);
  }

  @AfterEach
  void leave() {
    node.close();
    arm.close();
    core.close();
  }

  private <M> Publisher<M> latched(String topic, MessageType<M> type) {
    return arm.newPublisher(topic, type, PublicationHints.latched());
  }

  private static Header header(String frame) {
    Instant now = Instant.now();
    return Header.of(0, new RosTime(now.getEpochSecond(), now.getNano()), frame);
  }

  private void isAt(double x, Quaternion turned) {
    Transform place = Transform.of(Vector3.of(x, -0.1, 0.3), turned);
    places.publish(TFMessage.of(List.of(TransformStamped.of(header("base"), "hand", place))));
  }

  private void holds(double finger) {
    joints.publish(JointState.builder().header(header("")).name("finger").position(finger).build());
  }

  private void sees() {
    images.publish(
        Image.builder()
            .header(header("camera"))
            .width(8)
            .height(6)
            .encoding("rgb8")
            .step(24)
            .data(new byte[144])
            .build());
  }

  private static Quaternion aboutZ(double angle) {
    return Quaternion.of(0, 0, Math.sin(angle / 2), Math.cos(angle / 2));
  }

  private RosRobot open(EndEffectorOutput.Form form, Duration maxAge, Duration patience)
      throws Exception {
    EndEffectorSource usual = EndEffectorOutputTest.SOURCE;
    EndEffectorSource source =
        new EndEffectorSource(usual.reference(), usual.frame(), usual.gripper(), maxAge);
    return RosRobot.open(
        node,
        new RosRobotSettings(
            CameraTopic.defaults(),
            EndEffectorOutputTest.output(form),
            Optional.of(source),
            Duration.ofSeconds(10),
            patience),
        4,
        4,
        System::nanoTime);
  }

  private <M> BlockingQueue<M> hear(String topic, MessageType<M> type) {
    BlockingQueue<M> heard = new LinkedBlockingQueue<>();
    arm.newSubscriber(topic, type).addMessageListener(heard::add, 10);
    return heard;
  }

  private static <M> M next(BlockingQueue<M> heard) throws InterruptedException {
    M message = heard.poll(10, TimeUnit.SECONDS);
    assertThat(message).isNotNull();
    return message;
  }

  @Test
  void aDeltaBecomesATargetAndNoDeltaHoldsIt() throws Exception {
    sees();
    isAt(0.5, aboutZ(0.3));
    holds(0.03);
    BlockingQueue<PoseStamped> targets = hear("/arm", PoseStamped.TYPE);
    BlockingQueue<Float64> grips = hear("/grip", Float64.TYPE);
    try (RosRobot robot = open(EndEffectorOutput.Form.POSE, Duration.ofSeconds(30), SOON)) {
      robot.awaitListener(System::nanoTime);
      Proprioception felt = robot.observe().proprioception();
      assertThat(felt.toArray()[5]).isCloseTo(0.3f, within(1e-6f));
      assertThat(felt.toArray()[6]).isCloseTo(0.25f, within(1e-6f));

      robot.act(STAY);
      PoseStamped first = next(targets);
      assertThat(first.header().frameId()).isEqualTo("base");
      assertThat(first.pose().position().x()).isCloseTo(0.5, within(1e-6));
      robot.act(new Action(0.05f, 0, 0, 0, 0, 0.1f, 0.25f));
      PoseStamped there = next(targets);
      assertThat(there.pose().position().x()).isCloseTo(0.55, within(1e-6));
      assertThat(there.pose().position().y()).isCloseTo(-0.1, within(1e-6));
      assertThat(there.pose().orientation().z()).isCloseTo(Math.sin(0.2), within(1e-6));
      assertThat(next(grips).data()).isCloseTo(0.02, within(1e-6));

      isAt(0.52, aboutZ(0.35));
      RealRos.await(
          "it feels where it is",
          SOON,
          () -> robot.felt().now().filter(now -> now.get(0) > 0.51f).isPresent());
      robot.act(STAY);
      assertThat(next(targets).pose().position().x()).isCloseTo(0.52, within(1e-6));
      assertThat(next(grips).data()).isCloseTo(0.02, within(1e-6));
    }
  }

  @Test
  void anArmThatTakesVelocitiesIsStoppedByZeros() throws Exception {
    sees();
    isAt(0.5, aboutZ(0));
    holds(0.04);
    BlockingQueue<TwistStamped> twists = hear("/arm", TwistStamped.TYPE);
    try (RosRobot robot = open(EndEffectorOutput.Form.TWIST, Duration.ofSeconds(30), SOON)) {
      robot.awaitListener(System::nanoTime);
      robot.act(new Action(0.05f, 0, 0, 0, 0, 0.1f, 0));
      TwistStamped moving = next(twists);
      assertThat(moving.twist().linear().x()).isCloseTo(0.005, within(1e-9));
      assertThat(moving.twist().angular().z()).isCloseTo(0.01, within(1e-9));
      robot.act(STAY);
      assertThat(next(twists).twist().linear().x()).isZero();
    }
  }

  @Test
  void theShadowShowsTheTargetAndLeavesTheGripperAlone() throws Exception {
    sees();
    isAt(0.5, aboutZ(0));
    holds(0.04);
    BlockingQueue<Float64> grips = hear("/grip", Float64.TYPE);
    BlockingQueue<PoseStamped> shown = hear("/lookahead/plan/command", PoseStamped.TYPE);
    BlockingQueue<Float64> shownGrips = hear("/lookahead/plan/command/gripper", Float64.TYPE);
    try (RosRobot robot = open(EndEffectorOutput.Form.POSE, Duration.ofSeconds(30), SOON);
        ShadowCommands shadow = new ShadowCommands(node, robot, System::nanoTime)) {
      RealRos.await(
          "it is shown",
          SOON,
          () -> {
            shadow.show(new Action(0.05f, 0, 0, 0, 0, 0, 0.5f));
            return !shown.isEmpty() && !shownGrips.isEmpty();
          });
      assertThat(next(shown).pose().position().x()).isCloseTo(0.55, within(1e-6));
      shadow.show(new Action(9, 0, 0, 0, 0, 0, 0));
      shadow.show(new Action(1));
    }
    assertThat(grips).isEmpty();
  }

  @Test
  void whatIsNoPlaceOrTooOldIsNotFelt() throws Exception {
    sees();
    isAt(0.5, aboutZ(0));
    holds(0.04);
    try (RosRobot robot = open(EndEffectorOutput.Form.POSE, Duration.ofSeconds(1), SOON)) {
      RealRos.await(
          "numbers that are no place do not count",
          SOON,
          () -> {
            isAt(Double.NaN, aboutZ(0));
            isAt(0.6, Quaternion.of(0, 0, 0.5, 0.5));
            isAt(0.6, Quaternion.of(0, 0, 0, 0));
            holds(0.04);
            sees();
            robot.observe();
            return robot.unfelt() > 0;
          });
      assertThat(robot.observe().proprioception().get(0)).isEqualTo(0.5f);
      RealRos.await(
          "a finger that cannot be there does not count",
          SOON,
          () -> {
            isAt(0.7, aboutZ(0));
            holds(3);
            sees();
            return robot.felt().now().isEmpty();
          });
      RealRos.await(
          "it feels again",
          SOON,
          () -> {
            isAt(0.8, aboutZ(0));
            holds(0.04);
            sees();
            return robot.observe().proprioception().get(0) == 0.8f;
          });
    }
  }

  @Test
  void anArmThatDoesNotSayWhereItsHandIsIsRefusedByName() throws Exception {
    sees();
    holds(0.04);
    assertThatThrownBy(
            () -> open(EndEffectorOutput.Form.POSE, SOON, Duration.ofMillis(500)).close())
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("the place of 'hand' in 'base' on /tf");
  }

  @Test
  void aGripperThatIsElsewhereIsRefusedByName() throws Exception {
    sees();
    isAt(0.5, aboutZ(0));
    joints.publish(JointState.builder().name("thumb").position(0).build());
    assertThatThrownBy(
            () -> open(EndEffectorOutput.Form.POSE, SOON, Duration.ofMillis(500)).close())
        .isInstanceOf(RobotUnavailableException.class)
        .hasMessageContaining("finger")
        .hasMessageContaining("[thumb]");
  }

  @Test
  void aGripperThatTakesOtherMessagesIsRefused() throws Exception {
    sees();
    isAt(0.5, aboutZ(0));
    holds(0.04);
    latched("/grip", JointState.TYPE);
    assertThatThrownBy(() -> open(EndEffectorOutput.Form.POSE, SOON, SOON).close())
        .hasMessageContaining("/grip shall carry std_msgs/Float64");
  }
}
