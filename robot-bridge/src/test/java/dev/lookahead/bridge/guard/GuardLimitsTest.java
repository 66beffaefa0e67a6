package dev.lookahead.bridge.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardLimitsTest {

  private static final ActionSpace SPACE =
      new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1), new ActionAxis("w", "1", -2, 2)));

  @Test
  void theRangesAloneLimitNoChange() {
    assertThat(GuardLimits.of(SPACE))
        .isEqualTo(new GuardLimits(SPACE, Optional.empty(), Optional.empty()));
  }

  @Test
  void limitsPerSecondBecomeLimitsPerTick() {
    GuardLimits limits =
        GuardLimits.of(SPACE).perSecond(new Action(2, 4), new Action(8, 16), 500_000_000L);

    assertThat(limits.maxChange()).contains(new Action(1, 2));
    assertThat(limits.maxAcceleration()).contains(new Action(2, 4));
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
  void refusesLimitsThatAreNotPositive(float value) {
    Optional<Action> limit = Optional.of(new Action(1, value));

    assertThatThrownBy(() -> new GuardLimits(SPACE, limit, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxChange must have 2 finite values above zero, got Action[1.0, %s]", value);
    assertThatThrownBy(() -> new GuardLimits(SPACE, Optional.empty(), limit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("maxAcceleration must have 2 finite values above zero");
  }

  @Test
  void refusesLimitsForAnotherNumberOfAxes() {
    assertThatThrownBy(() -> new GuardLimits(SPACE, Optional.of(new Action(1)), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must have 2 finite values");
  }
}
