package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void smoothingKeepsAConstant() {
    Curve curve = new Curve(new double[] {0, 1, 2}, new double[] {5, 5, 5});

    assertThat(curve.smoothed(2).values()).containsExactly(new double[] {5, 5, 5}, within(1e-12));
    assertThat(curve.smoothed(0)).isEqualTo(curve);
  }

  @Test
  void smoothingDoesNotLag() {
    double[] steps = new double[41];
    double[] ramp = new double[41];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = i;
      ramp[i] = 3 * i;
    }

    assertThat(new Curve(steps, ramp).smoothed(3).values()[20]).isEqualTo(60, within(1e-9));
  }

  @Test
  void stepsWithoutValuesAreRefused() {
    assertThatThrownBy(() -> new Curve(new double[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 and 1");
  }
}
