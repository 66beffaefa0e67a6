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

class NoisyPolicyTest {

  private static final ActionSpace WIDE =
      new ActionSpace(List.of(new ActionAxis("x", "1", -100, 100)));
  private static final ActionSpace UNIT = new ActionSpace(List.of(new ActionAxis("x", "1", -1, 1)));
  private static final float[] NOWHERE = {};
  private static final int SAMPLES = 20_000;

  private final ScriptedPolicy three = (state, goal) -> new Action(3);

  private static double[] actions(ScriptedPolicy policy) {
    double[] values = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      values[i] = policy.act(NOWHERE, NOWHERE).get(0);
    }
    return values;
  }

  @Test
  void noiseHasTheGivenStandardDeviationAroundTheExpert() {
    double[] values =
        actions(new NoisyPolicy(three, new ActionNoise(2, 0), WIDE, new SplittableRandom(1)));
    double mean = 0;
    double square = 0;
    for (double value : values) {
      mean += value / SAMPLES;
      square += value * value / SAMPLES;
    }
    assertThat(mean).isCloseTo(3, within(0.05));
    assertThat(Math.sqrt(square - mean * mean)).isCloseTo(2, within(0.05));
  }

  @Test
  void thePreviousActionIsRepeatedAsOftenAsAsked() {
    double[] values =
        actions(new NoisyPolicy(three, new ActionNoise(2, 0.05), WIDE, new SplittableRandom(1)));
    int repeats = 0;
    for (int i = 1; i < SAMPLES; i++) {
      repeats += values[i] == values[i - 1] ? 1 : 0;
    }
    assertThat(repeats / (double) SAMPLES).isCloseTo(0.05, within(0.005));
  }

  @Test
  void noisyActionsStayInsideTheActionSpace() {
    NoisyPolicy policy =
        new NoisyPolicy(three, new ActionNoise(9, 0), UNIT, new SplittableRandom(1));
    for (int i = 0; i < 100; i++) {
      assertThat(UNIT.contains(policy.act(NOWHERE, NOWHERE))).isTrue();
    }
  }

  @Test
  void withoutNoiseTheExpertIsOnlyClipped() {
    assertThat(actions(new NoisyPolicy(three, ActionNoise.none(), UNIT, new SplittableRandom(1))))
        .containsOnly(1);
  }

  @Test
  void theSameSeedGivesTheSameActions() {
    ActionNoise noise = new ActionNoise(2, 0.05);
    assertThat(actions(new NoisyPolicy(three, noise, WIDE, new SplittableRandom(5))))
        .isEqualTo(actions(new NoisyPolicy(three, noise, WIDE, new SplittableRandom(5))));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new ActionNoise(-1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("noise std is 0 to 100, got -1.0");
    assertThatThrownBy(() -> new ActionNoise(Double.NaN, 0)).hasMessageContaining("got NaN");
    assertThatThrownBy(() -> new ActionNoise(0, 1.5))
        .hasMessage("repeat probability is 0 to 1, got 1.5");
  }
}
