package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Ten million calls with anything at all: nothing outside the limits ever leaves. */
class ActionGuardPropertyTest {

  private static final int CALLS = 10_000_000;
  private static final int CALLS_PER_GUARD = 1_000;

  @Test
  void nothingOutsideTheLimitsEverLeaves() {
    SplittableRandom random = new SplittableRandom(7);
    long violations = 0;
    for (int i = 0; i < CALLS / CALLS_PER_GUARD; i++) {
      violations += violations(random);
    }
    assertThat(violations).isZero();
  }

  private static int violations(SplittableRandom random) {
    float low = (float) random.nextDouble(-5, 0);
    float high = low + (float) random.nextDouble(0.1, 5);
    ActionSpace space = new ActionSpace(List.of(new ActionAxis("x", "1", low, high)));
    float rate = (float) random.nextDouble(0.001, 2);
    float acceleration = (float) random.nextDouble(0.001, 1);
    ActionGuard guard =
        new ActionGuard(
            new GuardLimits(
                space, Optional.of(new Action(rate)), Optional.of(new Action(acceleration))));
    Action safe = SafeAction.zero(space).toStop(Optional.empty(), new Action(0));
    Motion motion = Motion.restingAt(safe);
    int violations = 0;
    for (int i = 0; i < CALLS_PER_GUARD; i++) {
      GuardedAction guarded = guard.guard(new Action(any(random)), motion, safe);
      float sent = guarded.action().get(0);
      if (guarded.replaced()) {
        violations += guarded.action().equals(safe) ? 0 : 1;
        motion = Motion.restingAt(safe);
        continue;
      }
      double change = (double) sent - motion.last().get(0);
      boolean inside = sent >= low && sent <= high;
      boolean slow = Math.abs(change) <= rate;
      // Range and rate hold exactly, acceleration to the rounding of the values it is made of.
      boolean gentle = Math.abs(change - motion.change(0)) <= acceleration + 4 * Math.ulp(5f);
      violations += inside && slow && gentle ? 0 : 1;
      motion = motion.then(guarded.action());
    }
    return violations;
  }

  /** Mostly ordinary values, for a while toward one end, sometimes any bits at all. */
  private static float any(SplittableRandom random) {
    return switch (random.nextInt(20)) {
      case 0 -> Float.intBitsToFloat(random.nextInt());
      case 1, 2 -> (float) random.nextDouble(-6, 6);
      default -> random.nextInt(2) == 0 ? 6 : -6 + (float) random.nextDouble();
    };
  }
}
