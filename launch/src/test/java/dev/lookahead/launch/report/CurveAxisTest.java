package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveAxisTest {

  @Test
  void aLinearAxisEndsAtRoundNumbers() {
    assertThat(labels(CurveAxis.around(0.03, 0.97)))
        .containsExactly("0", "0.2", "0.4", "0.6", "0.8", "1");
    assertThat(labels(CurveAxis.around(-3, 12))).containsExactly("-5", "0", "5", "10", "15");
    assertThat(labels(CurveAxis.between(0, 3000)))
        .containsExactly("0", "500", "1000", "1500", "2000", "2500", "3000");
  }

  @Test
  void aLogarithmicAxisIsLabelledAsDenselyAsItsSpanAllows() {
    assertThat(labels(CurveAxis.decadesAround(0.7, 40)))
        .containsExactly("0.5", "1", "2", "5", "10", "20", "50");
    assertThat(labels(CurveAxis.decadesAround(0.002, 0.9)))
        .containsExactly("0.001", "0.003", "0.01", "0.03", "0.1", "0.3", "1");
    assertThat(CurveAxis.decadesAround(1e-30, 1e30).ticks()).hasSizeLessThan(15);
  }

  @Test
  void valuesLieBetweenTheEnds() {
    CurveAxis axis = CurveAxis.decadesAround(1, 100);

    assertThat(axis.share(10)).isEqualTo(0.5, within(1e-12));
    assertThat(axis.share(0)).isZero();
    assertThat(axis.share(1e9)).isEqualTo(1);
  }

  @Test
  void aConstantGetsRoomAround() {
    for (double constant : new double[] {0, 3, -1e-7}) {
      CurveAxis axis = CurveAxis.around(constant, constant);
      assertThat(axis.share(constant)).isBetween(0.2, 0.8);
    }
  }

  @Test
  void labelsStayShort() {
    assertThat(CurveAxis.label(1234.5678)).isEqualTo("1235");
    assertThat(CurveAxis.label(0.00025)).isEqualTo("0.00025");
    assertThat(CurveAxis.label(2e-5)).isEqualTo("2e-5");
    assertThat(CurveAxis.label(1.25e7)).isEqualTo("1.25e7");
    assertThat(CurveAxis.label(0)).isEqualTo("0");
  }

  private static List<String> labels(CurveAxis axis) {
    return axis.ticks().stream().map(CurveAxis::label).toList();
  }
}
