package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionGuardTest {

  private static final ActionSpace SPACE =
      new ActionSpace(
          List.of(new ActionAxis("v", "m/s", -1, 1), new ActionAxis("h", "m", 0.1f, 0.7f)));
  private static final ActionSpace LINE = new ActionSpace(List.of(new ActionAxis("x", "m", 0, 10)));
  private static final Action SAFE = new Action(0, 0.2f);
  private static final Motion REST = Motion.restingAt(SAFE);

  private final ActionGuard ranges = new ActionGuard(GuardLimits.of(SPACE));
  private final ActionGuard rates =
      new ActionGuard(
          new GuardLimits(SPACE, Optional.of(new Action(0.25f, 0.1f)), Optional.empty()));
  private final ActionGuard accelerations =
      new ActionGuard(new GuardLimits(LINE, Optional.empty(), Optional.of(new Action(1))));

  @Test
  void whatIsWithinTheLimitsPassesAsItIs() {
    Action wanted = new Action(-0.7f, 0.7f);

    assertThat(ranges.guard(wanted, REST, SAFE)).isEqualTo(new GuardedAction(wanted, Set.of()));
    assertThat(ranges.guard(wanted, REST, SAFE).action()).isSameAs(wanted);
    assertThat(rates.guard(new Action(0.25f, 0.25f), REST, SAFE).reasons()).isEmpty();
    assertThat(ranges.limits().space()).isEqualTo(SPACE);
  }

  @Test
  void valuesOutOfRangeMoveToItsEnd() {
    assertThat(ranges.guard(new Action(-3, 9), REST, SAFE))
        .isEqualTo(new GuardedAction(new Action(-1, 0.7f), Set.of(GuardReason.OUT_OF_RANGE)));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void anythingNotFiniteBecomesTheSafeAction(float value) {
    GuardedAction safe = new GuardedAction(SAFE, Set.of(GuardReason.NOT_FINITE));

    assertThat(ranges.guard(new Action(0.5f, value), REST, SAFE)).isEqualTo(safe);
    assertThat(rates.guard(new Action(value, 9), Motion.restingAt(new Action(1, 0.7f)), SAFE))
        .isEqualTo(safe);
    assertThat(safe.replaced()).isTrue();
  }

  @Test
  void anotherSizeBecomesTheSafeAction() {
    GuardedAction guarded = ranges.guard(new Action(0.5f), REST, SAFE);

    assertThat(guarded).isEqualTo(new GuardedAction(SAFE, Set.of(GuardReason.WRONG_SIZE)));
    assertThat(guarded.replaced()).isTrue();
  }

  @Test
  void changesAreLimitedPerStepInBothDirections() {
    GuardedAction up = rates.guard(new Action(1, 0.2f), REST, SAFE);

    assertThat(up)
        .isEqualTo(new GuardedAction(new Action(0.25f, 0.2f), Set.of(GuardReason.TOO_FAST)));
    assertThat(up.replaced()).isFalse();
    assertThat(rates.guard(new Action(-1, 0.2f), REST, SAFE).action())
        .isEqualTo(new Action(-0.25f, 0.2f));
  }

  @Test
  void bothReasonsAreGiven() {
    assertThat(rates.guard(new Action(5, 0.2f), REST, SAFE).reasons())
        .containsExactlyInAnyOrder(GuardReason.OUT_OF_RANGE, GuardReason.TOO_FAST);
  }

  @Test
  void roundingNeverMovesAValueFartherThanAllowed() {
    ActionSpace space = new ActionSpace(List.of(new ActionAxis("x", "m", -1000, 1000)));
    float step = 0.1f;
    ActionGuard guard =
        new ActionGuard(new GuardLimits(space, Optional.of(new Action(step)), Optional.empty()));
    float last = 0;
    for (int i = 0; i < 9_000; i++) {
      float next =
          guard
              .guard(new Action(1000), Motion.restingAt(new Action(last)), new Action(0))
              .action()
              .get(0);
      assertThat((double) next - last).isLessThanOrEqualTo(step).isGreaterThan(0.0999);
      last = next;
    }
  }

  @Test
  void speedBuildsUpAndComesDownByTheAccelerationAllowed() {
    assertThat(drive(Motion.restingAt(new Action(0)), 7))
        .containsExactly(1f, 3f, 6f, 6 + 7 / 3f, 9.666666f, 10f, 10f);
  }

  @Test
  void brakesOnItsWayToTheEndOfTheRangeAndBackDown() {
    List<Float> up = drive(Motion.restingAt(new Action(0)), 40);
    List<Float> down = new ArrayList<>();
    Motion motion = Motion.restingAt(new Action(10));
    for (int i = 0; i < 40; i++) {
      motion = motion.then(accelerations.guard(new Action(-50), motion, SAFE).action());
      down.add(motion.last().get(0));
    }

    assertThat(up).isSorted().last().satisfies(end -> assertThat(end).isCloseTo(10, within(1e-5f)));
    for (int i = 0; i < up.size(); i++) {
      assertThat(down.get(i)).isCloseTo(10 - up.get(i), within(1e-5f));
    }
  }

  @Test
  void aReversalIsSlowedDownAndSaysSo() {
    Motion moving = new Motion(new Action(5), new Action(3));
    GuardedAction guarded = accelerations.guard(new Action(4), moving, SAFE);

    assertThat(guarded).isEqualTo(new GuardedAction(new Action(6), Set.of(GuardReason.TOO_SUDDEN)));
    assertThat(accelerations.guard(new Action(7.5f), moving, SAFE).reasons()).isEmpty();
    assertThat(accelerations.guard(new Action(5.9f), moving, SAFE).action())
        .isEqualTo(new Action(6));
  }

  @Test
  void theWayToBrakeIsUsedToTheFull() {
    // 3 + 2 + 1 steps of 1 bring it from 4 to 10, so a change of 3 is just allowed there.
    Motion moving = new Motion(new Action(4), new Action(2));

    assertThat(accelerations.guard(new Action(7), moving, SAFE).reasons()).isEmpty();
    assertThat(accelerations.guard(new Action(7.25f), moving, SAFE).action())
        .isEqualTo(new Action(7));
    // Half way between 2 + 1 = 3 and 3 + 2 + 1 = 6 steps of way, the change is half way as well.
    assertThat(
            accelerations
                .guard(new Action(10), new Motion(new Action(5.5f), new Action(3)), SAFE)
                .action())
        .isEqualTo(new Action(8));
  }

  private List<Float> drive(Motion motion, int ticks) {
    List<Float> positions = new ArrayList<>();
    Motion driven = motion;
    for (int i = 0; i < ticks; i++) {
      driven = driven.then(accelerations.guard(new Action(50), driven, SAFE).action());
      positions.add(driven.last().get(0));
    }
    return positions;
  }
}
