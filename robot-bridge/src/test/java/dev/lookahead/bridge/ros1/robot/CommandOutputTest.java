package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.message.RosTime;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.Twist;
import dev.lookahead.bridge.ros1.msg.geometry_msgs.TwistStamped;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.bridge.ros1.msg.std_msgs.Float64MultiArray;
import dev.lookahead.bridge.ros1.msg.trajectory_msgs.JointTrajectory;
import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommandOutputTest {

  private static final RosTime NOW = new RosTime(7, 5);

  private static CommandAxis axis(String name, String target, double scale) {
    return new CommandAxis(name, "1", -1, 1, target, scale, Math.abs(scale));
  }

  private static <M> M encoded(Class<M> type, NumbersOutput output, Action action) {
    return type.cast(output.codec().encode(output.numbers(action), NOW));
  }

  @SuppressWarnings("unchecked")
  private static <M> Action decoded(NumbersOutput output, M message) throws MessageFormatException {
    return output.action(((CommandCodec<M>) output.codec()).decode(message));
  }

  @Test
  void aTwistHasEachComponentInTheFieldThatItsAxisNamesTimesItsScale() throws Exception {
    NumbersOutput output =
        TwistOutput.of(List.of(axis("turn", "angular.z", -2), axis("drive", "linear.x", 0.5)));
    Twist twist = encoded(Twist.class, output, new Action(0.25f, 1));
    assertThat(twist.linear().x()).isEqualTo(0.5);
    assertThat(twist.linear().y()).isZero();
    assertThat(twist.angular().z()).isEqualTo(-0.5);
    assertThat(decoded(output, twist)).isEqualTo(new Action(0.25f, 1));
  }

  @Test
  void aStampedTwistHasTheTimeOfTheGraphAndTheFrame() throws Exception {
    NumbersOutput output =
        new TwistOutput("/cmd", true, "tool", List.of(axis("up", "linear.z", 1)));
    TwistStamped twist = encoded(TwistStamped.class, output, new Action(1));
    assertThat(twist.header().stamp()).isEqualTo(NOW);
    assertThat(twist.header().frameId()).isEqualTo("tool");
    assertThat(decoded(output, twist)).isEqualTo(new Action(1));
  }

  @Test
  void aTrajectoryHasOnePointThatReplacesTheOneUnderWay() throws Exception {
    NumbersOutput output =
        new JointTrajectoryOutput(
            "/arm/command",
            Duration.ofMillis(150),
            List.of(axis("a", "shoulder", 2), axis("b", "elbow", 1)));
    JointTrajectory trajectory = encoded(JointTrajectory.class, output, new Action(1, -1));
    assertThat(trajectory.header().stamp()).isEqualTo(RosTime.ZERO);
    assertThat(trajectory.jointNames()).containsExactly("shoulder", "elbow");
    assertThat(trajectory.points()).hasSize(1);
    assertThat(trajectory.points().get(0).positions()).containsExactly(2, -1);
    assertThat(trajectory.points().get(0).velocities()).isEmpty();
    assertThat(trajectory.points().get(0).timeFromStart().toNanos()).isEqualTo(150_000_000);
    assertThat(decoded(output, trajectory)).isEqualTo(new Action(1, -1));
  }

  @Test
  void jointsAreFoundByNameWhateverTheirOrder() throws Exception {
    NumbersOutput output =
        new JointStateOutput(
            "/joints", Quantity.VELOCITY, List.of(axis("a", "j1", 1), axis("b", "j2", 1)));
    JointState sent = encoded(JointState.class, output, new Action(0.5f, 1));
    assertThat(sent.velocity()).containsExactly(0.5, 1);
    assertThat(sent.position()).isEmpty();
    JointState other = JointState.builder().name("j2", "grip", "j1").velocity(2, 9, 3).build();
    assertThat(decoded(output, other)).isEqualTo(new Action(3, 2));
  }

  @Test
  void aMessageWithoutOneOfTheJointsIsRefused() {
    NumbersOutput output =
        new JointStateOutput("/joints", Quantity.POSITION, List.of(axis("a", "j1", 1)));
    assertThatThrownBy(() -> decoded(output, JointState.builder().name("j2").position(1).build()))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageContaining("j1")
        .hasMessageContaining("j2");
  }

  @Test
  void anArrayHasZerosWhereNoAxisGoes() throws Exception {
    NumbersOutput output =
        new Float64ArrayOutput(
            "/group/command", Quantity.VELOCITY, 3, List.of(), List.of(axis("a", "2", 4)));
    Float64MultiArray array = encoded(Float64MultiArray.class, output, new Action(0.5f));
    assertThat(array.data()).containsExactly(0, 0, 2);
    assertThat(decoded(output, array)).isEqualTo(new Action(0.5f));
    assertThatThrownBy(() -> decoded(output, Float64MultiArray.zero()))
        .hasMessageContaining("3 elements")
        .hasMessageContaining("0 elements");
  }

  @Test
  void anArrayOfPositionsIsStoppedWhereItsJointsAreFelt() {
    List<CommandAxis> axes = List.of(axis("up", "1", 1), axis("out", "0", 1));
    Optional<ProprioceptionSource> felt =
        Optional.of(
            new JointStateSource(
                "/joints",
                Quantity.POSITION,
                List.of("grip", "elbow", "shoulder"),
                Duration.ofSeconds(1)));

    assertThat(heldBy(Quantity.POSITION, List.of("shoulder", "elbow"), axes, felt))
        .contains(List.of(1, 2));
    assertThat(heldBy(Quantity.VELOCITY, List.of(), axes, felt)).isEmpty();
    assertThatThrownBy(() -> heldBy(Quantity.POSITION, List.of("shoulder", "wrist"), axes, felt))
        .hasMessageContaining("joint 'wrist' must be commanded with scale 1 and felt");
    assertThatThrownBy(() -> heldBy(Quantity.POSITION, List.of(), axes, felt))
        .hasMessageContaining("each of the 2 elements needs a joint's name and an axis");
    assertThatThrownBy(() -> heldBy(Quantity.VELOCITY, List.of("elbow"), axes, felt))
        .hasMessageContaining("joints must name all 2 elements or none, got [elbow]");
  }

  private static Optional<List<Integer>> heldBy(
      Quantity quantity,
      List<String> joints,
      List<CommandAxis> axes,
      Optional<ProprioceptionSource> felt) {
    return new RosRobotSettings(
            CameraTopic.defaults(),
            new Float64ArrayOutput("/group", quantity, 2, joints, axes),
            felt,
            Duration.ofMillis(100),
            Duration.ofSeconds(1))
        .heldJoints();
  }

  @Test
  void theActionSpaceIsThatOfTheAxes() {
    NumbersOutput output =
        TwistOutput.of(List.of(new CommandAxis("drive", "m/s", -0.2f, 0.5f, "linear.x", 1, 0.5)));
    assertThat(output.actionSpace())
        .isEqualTo(new ActionSpace(List.of(new ActionAxis("drive", "m/s", -0.2f, 0.5f))));
  }

  @Test
  void aScaleThatExceedsTheLimitIsRefused() {
    assertThatThrownBy(() -> new CommandAxis("drive", "1", -1, 1, "linear.x", 2, 0.5))
        .hasMessageContaining("'drive' may ask for 2.0 on linear.x, its limit is 0.5");
  }

  @Test
  void twoAxesWithOneTargetAreRefused() {
    assertThatThrownBy(
            () -> TwistOutput.of(List.of(axis("a", "linear.x", 1), axis("b", "linear.x", 1))))
        .hasMessageContaining("'b' to linear.x twice");
  }

  @Test
  void targetsThatTheMessageDoesNotHaveAreRefused() {
    assertThatThrownBy(() -> TwistOutput.of(List.of(axis("a", "linear.w", 1))))
        .hasMessageContaining("linear.w");
    assertThatThrownBy(
            () ->
                new Float64ArrayOutput(
                    "/a", Quantity.EFFORT, 2, List.of(), List.of(axis("a", "2", 1))))
        .hasMessageContaining("from 0 to 1, got '2'");
  }

  @Test
  void anActionOfAnotherSizeIsRefused() {
    NumbersOutput output = TwistOutput.of(List.of(axis("a", "linear.x", 1)));
    assertThatThrownBy(() -> output.numbers(new Action(1, 2)))
        .hasMessageContaining("has 1 values, got 2");
  }
}
