package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void smoothingKeepsAConstantAndStartsAtTheFirstValue() {
    Curve curve = new Curve("loss", new double[] {0, 1, 2}, new double[] {5, 5, 5});

    assertThat(curve.smoothed(0.9).values()).containsExactly(new double[] {5, 5, 5}, within(1e-12));
    assertThat(curve.smoothed(0)).isEqualTo(curve);
  }

  @Test
  void thinningTakesMeansOfRuns() {
    Curve curve = new Curve("loss", new double[] {0, 1, 2, 3}, new double[] {1, 3, 5, 7});

    assertThat(curve.thinned(2))
        .isEqualTo(new Curve("loss", new double[] {0.5, 2.5}, new double[] {2, 6}));
    assertThat(curve.thinned(4)).isSameAs(curve);
  }

  @Test
  void valuesThatAreNotFiniteCanBeLeftOut() {
    Curve curve =
        new Curve(
            "loss", new double[] {0, 1, 2}, new double[] {1, Double.NaN, Double.POSITIVE_INFINITY});

    assertThat(curve.finite()).isEqualTo(new Curve("loss", new double[] {0}, new double[] {1}));
  }

  @Test
  void stepsWithoutValuesAreRefused() {
    assertThatThrownBy(() -> new Curve("loss", new double[2], new double[1]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 and 1");
  }
}
