package dev.lookahead.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GuardLimitsTest {

  private final ActionSpace space =
      new ActionSpace(List.of(new ActionAxis("v", "m/s", -1, 1), new ActionAxis("h", "m", 2, 3)));

  @Test
  void zeroOrTheNearestAllowedIsSafeByDefault() {
    assertThat(GuardLimits.of(space).safeAction()).isEqualTo(new Action(0, 2));
    assertThat(GuardLimits.of(space).maxChange()).isEmpty();
  }

  @Test
  void refusesASafeActionThatIsNotAllowed() {
    assertThatThrownBy(() -> new GuardLimits(space, new Action(0, 0), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("safeAction must lie inside")
        .hasMessageContaining("[0.0, 0.0]");
    assertThatThrownBy(() -> new GuardLimits(space, new Action(0), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new GuardLimits(space, new Action(Float.NaN, 2), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesChangesThatAreNotPositive() {
    for (Action change :
        List.of(new Action(1), new Action(1, 0), new Action(-1, 1), new Action(1, Float.NaN))) {
      assertThatThrownBy(() -> new GuardLimits(space, new Action(0, 2), Optional.of(change)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("maxChange must have 2 values above zero");
    }
  }
}
