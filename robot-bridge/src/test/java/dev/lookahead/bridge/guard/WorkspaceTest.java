package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A strip from 0 to 1 along x and from -1 to 2 along y; the third axis goes anywhere. */
class WorkspaceTest {

  private static final Workspace ROOM = new Workspace(List.of(0f, -1f), List.of(1f, 2f));
  private static final Action SAFE = new Action(0, 0, 0);

  private static GuardedAction limited(Action action, float... felt) {
    return ROOM.limited(new GuardedAction(action, Set.of()), Optional.of(Seen.feeling(felt)), SAFE);
  }

  @Test
  void whatStaysInsideIsLeftAlone() {
    Action inside = new Action(0.5f, -0.5f, 9);
    assertThat(limited(inside, 0.5f, -0.5f, 0)).isEqualTo(new GuardedAction(inside, Set.of()));
  }

  @Test
  void whatLeadsOutsideEndsAtTheWall() {
    Set<GuardReason> cut = Set.of(GuardReason.OUT_OF_WORKSPACE);
    assertThat(limited(new Action(0.5f, 0, 1), 0.75f, 0, 0))
        .isEqualTo(new GuardedAction(new Action(0.25f, 0, 1), cut));
    assertThat(limited(new Action(0, -0.5f, 1), 0.75f, -0.75f, 0))
        .isEqualTo(new GuardedAction(new Action(0, -0.25f, 1), cut));
  }

  @Test
  void whoIsOutsideMayComeBackOrStayAndIsNotPulled() {
    assertThat(limited(new Action(-0.5f, 0, 0), 1.25f, 0)).isEqualTo(unchanged(-0.5f));
    assertThat(limited(new Action(0, 0, 0), 1.25f, 0)).isEqualTo(unchanged(0));
    assertThat(limited(new Action(0.5f, 0, 0), 1.25f, 0).action()).isEqualTo(SAFE);
    assertThat(limited(new Action(-0.5f, 0, 0), -0.25f, 0).action()).isEqualTo(SAFE);
    assertThat(limited(new Action(0.5f, 0, 0), -0.25f, 0)).isEqualTo(unchanged(0.5f));
  }

  @Test
  void whatTheGuardSaidBeforeIsSaidStill() {
    GuardedAction fast = new GuardedAction(new Action(0.5f, 0, 0), Set.of(GuardReason.TOO_FAST));
    assertThat(ROOM.limited(fast, Optional.of(Seen.feeling(0.75f, 0)), SAFE).reasons())
        .containsExactlyInAnyOrder(GuardReason.TOO_FAST, GuardReason.OUT_OF_WORKSPACE);
    GuardedAction replaced = new GuardedAction(SAFE, Set.of(GuardReason.NOT_FINITE));
    assertThat(ROOM.limited(replaced, Optional.empty(), SAFE)).isSameAs(replaced);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void whoDoesNotKnowWhereItIsDoesNotMove(float value) {
    GuardedAction safe = new GuardedAction(SAFE, Set.of(GuardReason.UNFELT));
    Action wanted = new Action(0.1f, 0.1f, 0.1f);
    assertThat(limited(wanted, 0.5f, value)).isEqualTo(safe);
    assertThat(limited(wanted, 0.5f)).isEqualTo(safe);
    assertThat(ROOM.limited(new GuardedAction(wanted, Set.of()), Optional.empty(), SAFE))
        .isEqualTo(safe);
    assertThat(safe.replaced()).isTrue();
  }

  @Test
  void aMachineKeepsItsRobotInside() {
    ActionSpace space = new ActionSpace(List.of(new ActionAxis("dx", "m", -1, 1)));
    SafetyProfile free = SafetyProfile.turnBased(space);
    SafetyProfile walled =
        new SafetyProfile(
            free.limits(),
            Optional.of(new Workspace(List.of(0f), List.of(1f))),
            free.safeAction(),
            free.observation(),
            free.operator(),
            free.settings());
    SafetyStep step =
        SafetyMachine.begin(walled, 0)
            .seen(new Sighting(Seen.feeling(0.75f), 0))
            .step(
                new TickInputs(
                    0,
                    List.of(SafetySignal.ARM),
                    OperatorReports.none(),
                    Offer.of(new Action(1)),
                    Set.of()));

    assertThat(step.sent())
        .contains(new GuardedAction(new Action(0.25f), Set.of(GuardReason.OUT_OF_WORKSPACE)));
    assertThat(step.next().lastSent()).isEqualTo(new Action(0.25f));
  }

  @Test
  void anEmptyRoomAndActionsThatAreNoDisplacementsAreRefused() {
    for (List<Float> high : List.of(List.of(0f), List.of(Float.NaN), List.of(1f, 1f))) {
      assertThatThrownBy(() -> new Workspace(List.of(0f), high))
          .hasMessageContaining("a finite low below a finite high")
          .hasMessageContaining("got [0.0] and " + high);
    }
    assertThatThrownBy(() -> new Workspace(List.of(), List.of())).hasMessageContaining("[]");
    assertThatThrownBy(() -> new Workspace(List.of(-3e38f), List.of(3e38f)))
        .hasMessageContaining("finite");
    Workspace one = new Workspace(List.of(0f), List.of(1f));
    one.check(space(0, 1));
    one.check(space(-1, 0));
    assertThatThrownBy(() -> one.check(space(0.5f, 1))).hasMessageContaining("move each of them");
    assertThatThrownBy(() -> one.check(space(-1, -0.5f))).hasMessageContaining("of 1 axes");
    assertThatThrownBy(() -> ROOM.check(space(-1, 1))).hasMessageContaining("of 2 axes");
  }

  private static ActionSpace space(float low, float high) {
    return new ActionSpace(List.of(new ActionAxis("dx", "m", low, high)));
  }

  private static GuardedAction unchanged(float x) {
    return new GuardedAction(new Action(x, 0, 0), Set.of());
  }
}
