package dev.lookahead.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionGuardTest {

  private static final ActionSpace SPACE =
      new ActionSpace(
          List.of(new ActionAxis("v", "m/s", -1, 1), new ActionAxis("h", "m", 0.1f, 0.7f)));
  private static final Action SAFE = new Action(0, 0.2f);
  private static final Action MAX_CHANGE = new Action(0.25f, 0.1f);

  private final ActionGuard ranges =
      new ActionGuard(new GuardLimits(SPACE, SAFE, Optional.empty()));
  private final ActionGuard rates =
      new ActionGuard(new GuardLimits(SPACE, SAFE, Optional.of(MAX_CHANGE)));

  @Test
  void whatIsWithinTheLimitsPassesAsItIs() {
    Action wanted = new Action(-0.7f, 0.7f);

    assertThat(ranges.guard(wanted, SAFE)).isEqualTo(new GuardedAction(wanted, Set.of()));
    assertThat(rates.guard(new Action(0.25f, 0.25f), SAFE).reasons()).isEmpty();
  }

  @Test
  void valuesOutOfRangeMoveToItsEnd() {
    assertThat(ranges.guard(new Action(-3, 9), SAFE))
        .isEqualTo(new GuardedAction(new Action(-1, 0.7f), Set.of(GuardReason.OUT_OF_RANGE)));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void anythingNotFiniteBecomesTheSafeAction(float value) {
    assertThat(ranges.guard(new Action(0.5f, value), SAFE))
        .isEqualTo(new GuardedAction(SAFE, Set.of(GuardReason.NOT_FINITE)));
    assertThat(rates.guard(new Action(value, 9), new Action(1, 0.7f)))
        .isEqualTo(new GuardedAction(SAFE, Set.of(GuardReason.NOT_FINITE)));
  }

  @Test
  void anotherSizeBecomesTheSafeAction() {
    assertThat(ranges.guard(new Action(0.5f), SAFE))
        .isEqualTo(new GuardedAction(SAFE, Set.of(GuardReason.WRONG_SIZE)));
  }

  @Test
  void changesAreLimitedPerStepInBothDirections() {
    assertThat(rates.guard(new Action(1, 0.2f), SAFE))
        .isEqualTo(new GuardedAction(new Action(0.25f, 0.2f), Set.of(GuardReason.TOO_FAST)));
    assertThat(rates.guard(new Action(-1, 0.2f), SAFE).action())
        .isEqualTo(new Action(-0.25f, 0.2f));
  }

  @Test
  void bothReasonsAreGiven() {
    assertThat(rates.guard(new Action(5, 0.2f), SAFE).reasons())
        .containsExactlyInAnyOrder(GuardReason.OUT_OF_RANGE, GuardReason.TOO_FAST);
  }

  @Test
  void nothingOutsideTheLimitsEverLeaves() {
    SplittableRandom random = new SplittableRandom(8);
    Action last = SAFE;
    for (int i = 0; i < 1_000_000; i++) {
      GuardedAction guarded = rates.guard(new Action(any(random), any(random)), last);
      Action sent = guarded.action();
      boolean near = near(sent, last, 0) && near(sent, last, 1);
      if (!SPACE.contains(sent) || !(near || sent.equals(SAFE))) {
        assertThat(sent).describedAs("call %d after %s", i, last).isEqualTo(SAFE);
      }
      last = sent;
    }
  }

  private static boolean near(Action sent, Action last, int axis) {
    return Math.abs((double) sent.get(axis) - last.get(axis)) <= MAX_CHANGE.get(axis);
  }

  /** Mostly ordinary values, often outside the range, sometimes any bits at all. */
  private static float any(SplittableRandom random) {
    return random.nextInt(10) == 0
        ? Float.intBitsToFloat(random.nextInt())
        : (float) random.nextDouble(-1.5, 1.5);
  }
}
