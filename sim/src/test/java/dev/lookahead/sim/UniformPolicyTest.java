package dev.lookahead.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.ActionSpace;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UniformPolicyTest {

  private static final ActionSpace SPACE =
      new ActionSpace(
          List.of(new ActionAxis("x", "m/s", -2, 6), new ActionAxis("y", "m/s", 0, 0.5f)));
  private static final float[] NOWHERE = {};

  @Test
  void actionsFillTheActionSpaceEvenly() {
    ScriptedPolicy policy = new UniformPolicy(SPACE, 1, new SplittableRandom(3));
    int samples = 20_000;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < samples; i++) {
      Action action = policy.act(NOWHERE, NOWHERE);
      assertThat(SPACE.contains(action)).isTrue();
      mean += action.get(0) / samples;
      square += action.get(0) * action.get(0) / samples;
    }
    assertThat(mean).isCloseTo(2, within(0.05));
    assertThat(square - mean * mean).isCloseTo(64 / 12.0, within(0.1));
  }

  @Test
  void anActionIsHeldForTheGivenSteps() {
    ScriptedPolicy policy = new UniformPolicy(SPACE, 3, new SplittableRandom(3));
    Action first = policy.act(NOWHERE, NOWHERE);
    assertThat(policy.act(NOWHERE, NOWHERE)).isEqualTo(first);
    assertThat(policy.act(NOWHERE, NOWHERE)).isEqualTo(first);
    assertThat(policy.act(NOWHERE, NOWHERE)).isNotEqualTo(first);
  }

  @Test
  void holdingForNoStepIsRefused() {
    assertThatThrownBy(() -> new UniformPolicy(SPACE, 0, new SplittableRandom(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hold steps are at least 1, got 0");
  }
}
