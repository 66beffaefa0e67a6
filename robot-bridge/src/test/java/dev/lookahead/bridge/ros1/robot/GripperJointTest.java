package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.bridge.ros1.message.MessageFormatException;
import dev.lookahead.bridge.ros1.msg.sensor_msgs.JointState;
import dev.lookahead.worldmodel.Proprioception;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GripperJointTest {

  private static final GripperTravel FINGER = new GripperTravel(0.04, 0);

  @SuppressWarnings("unchecked")
  private static float closed(GripperTravel travel, double position) throws Exception {
    TopicSource source =
        new GripperJoint("/joint_states", "finger", travel).source(Duration.ofSeconds(1));
    JointState state = JointState.builder().name("elbow", "finger").position(9, position).build();
    Proprioception felt = ((TopicSource.Sense<JointState>) source.sense()).reading().of(state);
    assertThat(felt.size()).isOne();
    return felt.get(0);
  }

  @Test
  void isZeroWhenOpenAndOneWhenClosedWhicheverNumberIsGreater() throws Exception {
    assertThat(closed(FINGER, 0.04)).isZero();
    assertThat(closed(FINGER, 0.01)).isCloseTo(0.75f, within(1e-6f));
    assertThat(closed(FINGER, 0)).isOne();
    assertThat(closed(new GripperTravel(0, 0.8), 0.2)).isCloseTo(0.25f, within(1e-6f));
    assertThat(FINGER.number(FINGER.share(0.013))).isCloseTo(0.013, within(1e-12));
    assertThat(new GripperOutput("/grip", FINGER).message(1).data()).isZero();
  }

  @Test
  void aFingerALittleBeyondItsEndIsAtIt() throws Exception {
    assertThat(closed(FINGER, -0.001)).isOne();
    assertThat(closed(FINGER, 0.0405)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 0.05, -0.01, Double.POSITIVE_INFINITY})
  void aFingerFarBeyondItsEndsIsRefused(double position) {
    assertThatThrownBy(() -> closed(FINGER, position))
        .isInstanceOf(MessageFormatException.class)
        .hasMessageContaining("'finger' from open at 0.04 to closed at 0.0")
        .hasMessageContaining(Double.toString(position));
  }

  @Test
  void aGripperThatDoesNotMoveIsRefused() {
    assertThatThrownBy(() -> new GripperTravel(0.04, 0.04))
        .hasMessage("open and closed must be two finite numbers, got 0.04 and 0.04");
    assertThatThrownBy(() -> new GripperTravel(0, Double.NaN)).hasMessageContaining("NaN");
  }
}
