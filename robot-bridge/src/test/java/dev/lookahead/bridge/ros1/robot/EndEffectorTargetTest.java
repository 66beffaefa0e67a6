package dev.lookahead.bridge.ros1.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.pose.EndEffectorDelta;
import dev.lookahead.worldmodel.pose.EndEffectorPose;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndEffectorTargetTest {

  private static final EndEffectorPose START = pose(0.5f, 0.25f, 0.2f, 0);
  private static final EndEffectorDelta STAY = EndEffectorDelta.of(0, 0, 0, 0, 0, 0, 0);
  private static final EndEffectorDelta FORWARD = EndEffectorDelta.of(0.05f, 0, 0, 0, 0, 0, 0);

  private static EndEffectorPose pose(float x, float z, float yaw, float gripper) {
    return EndEffectorPose.of(x, 0, z, 0, 0, yaw, gripper);
  }

  private static EndEffectorTarget after(
      EndEffectorTarget last, EndEffectorDelta delta, EndEffectorPose felt) {
    return EndEffectorTarget.after(Optional.of(last), delta, felt, Optional.of(felt)).orElseThrow();
  }

  private static EndEffectorTarget first(EndEffectorDelta delta) {
    return EndEffectorTarget.after(Optional.empty(), delta, START, Optional.of(START))
        .orElseThrow();
  }

  @Test
  void aDeltaStartsWhereItWasPlannedNotAtTheLastTarget() {
    EndEffectorTarget blocked = after(first(FORWARD), FORWARD, START);
    assertThat(blocked.pose().x()).isCloseTo(0.55, within(1e-6));

    EndEffectorPose later = pose(0.53f, 0.25f, 0.2f, 0);
    EndEffectorTarget late =
        EndEffectorTarget.after(Optional.of(blocked), FORWARD, START, Optional.of(later))
            .orElseThrow();
    assertThat(late.pose().x()).isCloseTo(0.55, within(1e-6));
  }

  @Test
  void aStopIsWhereTheArmIsAndStaysThereThoughItSags() {
    EndEffectorTarget stopped = after(first(FORWARD), STAY, pose(0.52f, 0.25f, 0.2f, 0));
    assertThat(stopped.pose().x()).isCloseTo(0.52, within(1e-6));

    EndEffectorTarget held = after(stopped, STAY, pose(0.51f, 0.24f, 0.3f, 0));
    assertThat(held.pose()).isEqualTo(stopped.pose());
  }

  @Test
  void whatIsNotTurnedKeepsItsRotationWhileItMoves() {
    EndEffectorTarget second = after(first(FORWARD), FORWARD, pose(0.55f, 0.24f, 0.25f, 0));
    assertThat(second.pose().rotation().yaw()).isCloseTo(0.2, within(1e-6));
    assertThat(second.pose().x()).isCloseTo(0.6, within(1e-6));

    EndEffectorDelta turn = EndEffectorDelta.of(0, 0, 0, 0, 0, 0.1f, 0);
    EndEffectorTarget turned = after(second, turn, pose(0.6f, 0.24f, 0.25f, 0));
    assertThat(turned.pose().rotation().yaw()).isCloseTo(0.35, within(1e-6));
    EndEffectorTarget stopped = after(turned, STAY, pose(0.6f, 0.24f, 0.3f, 0));
    assertThat(stopped.pose().rotation().yaw()).isCloseTo(0.3, within(1e-6));
  }

  @Test
  void aGripperIsToldNothingBeforeItIsMovedAndThenHoldsOn() {
    assertThat(first(FORWARD).gripped()).isFalse();
    EndEffectorDelta close = EndEffectorDelta.of(0, 0, 0, 0, 0, 0, 0.75f);
    EndEffectorTarget closing = after(first(FORWARD), close, pose(0.5f, 0.25f, 0.2f, 0.5f));
    assertThat(closing.gripped()).isTrue();
    assertThat(closing.pose().gripper()).isEqualTo(1);

    EndEffectorTarget onACup = after(closing, STAY, pose(0.5f, 0.25f, 0.2f, 0.7f));
    assertThat(onACup.pose().gripper()).isEqualTo(1);
    assertThat(onACup.gripped()).isTrue();
  }

  @Test
  void whoStopsAndDoesNotKnowWhereItIsGoesToWhereItWasTold() {
    EndEffectorTarget last = first(FORWARD);
    assertThat(EndEffectorTarget.after(Optional.of(last), STAY, START, Optional.empty()))
        .hasValueSatisfying(kept -> assertThat(kept.pose()).isEqualTo(last.pose()));
    assertThat(EndEffectorTarget.after(Optional.empty(), STAY, START, Optional.empty())).isEmpty();
    assertThat(EndEffectorTarget.after(Optional.empty(), FORWARD, START, Optional.empty()))
        .hasValueSatisfying(next -> assertThat(next.pose().x()).isCloseTo(0.55, within(1e-6)));
  }
}
