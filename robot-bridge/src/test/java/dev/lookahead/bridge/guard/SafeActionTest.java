package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafeActionTest {

  private static final ActionSpace SPACE =
      new ActionSpace(
          List.of(new ActionAxis("a", "rad", -1, 1), new ActionAxis("b", "rad", 0.5f, 2)));
  private static final Action LAST = new Action(0.25f, 0.75f);
  private static final SafeAction HOLD = new SafeAction.HoldPosition(List.of(2, 0), SPACE);

  @Test
  void zeroIsTheNearestValueAllowed() {
    SafeAction zero = SafeAction.zero(SPACE);

    assertThat(zero.toStop(Optional.empty(), LAST)).isEqualTo(new Action(0, 0.5f));
    assertThat(zero.moves(Motion.restingAt(LAST))).isTrue();
    assertThat(zero.moves(new Motion(new Action(0, 0.5f), LAST))).isFalse();
  }

  @Test
  void aPositionIsHeldWhereTheJointsAre() {
    assertThat(HOLD.toStop(Optional.of(Seen.feeling(0.9f, 9, -0.5f)), LAST))
        .isEqualTo(new Action(-0.5f, 0.9f));
    assertThat(HOLD.toStop(Optional.of(Seen.feeling(7, 9, -7)), LAST)).isEqualTo(new Action(-1, 2));
  }

  @Test
  void aJointThatIsNotReportedStaysWhereItWasSent() {
    assertThat(HOLD.toStop(Optional.empty(), LAST)).isEqualTo(LAST);
    assertThat(HOLD.toStop(Optional.of(Seen.feeling(1.5f, 9)), LAST))
        .isEqualTo(new Action(0.25f, 1.5f));
    assertThat(HOLD.toStop(Optional.of(Seen.feeling(Float.NaN, 9, 0)), LAST))
        .isEqualTo(new Action(0, 0.75f));
  }

  @Test
  void positionsMoveWhileTheyChange() {
    assertThat(HOLD.moves(Motion.restingAt(LAST))).isFalse();
    assertThat(HOLD.moves(Motion.restingAt(LAST).then(new Action(0, 1)))).isTrue();
  }

  @Test
  void refusesAnActionOutsideTheSpace() {
    new SafeAction.Fixed(LAST).check(SPACE);
    assertThatThrownBy(() -> new SafeAction.Fixed(new Action(0, 0)).check(SPACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the safe action must lie inside the action space of 2 axes, got Action[0.0, 0.0]");
    assertThatThrownBy(() -> new SafeAction.Fixed(new Action(0)).check(SPACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of 2 axes");
  }

  @Test
  void refusesPositionsOfOtherJoints() {
    HOLD.check(SPACE);
    ActionSpace other = new ActionSpace(List.of(new ActionAxis("a", "rad", -1, 1)));
    assertThatThrownBy(() -> HOLD.check(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("positions must be held in the robot's action space");
    assertThatThrownBy(() -> new SafeAction.HoldPosition(List.of(0), SPACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("each of the 2 axes needs the index of its joint, at least 0, got [0]");
    assertThatThrownBy(() -> new SafeAction.HoldPosition(List.of(0, -1), SPACE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 0, got [0, -1]");
  }
}
