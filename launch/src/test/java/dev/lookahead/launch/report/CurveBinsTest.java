package dev.lookahead.launch.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CurveBinsTest {

  private final CurveBins bins = new CurveBins();

  @Test
  void fewPointsAreKeptAsTheyAre() {
    bins.add(1, 0.5);
    bins.add(4, 0.25);

    Curve points = new Curve(new double[] {1, 4}, new double[] {0.5, 0.25});
    assertThat(bins.means()).isEqualTo(points);
    assertThat(bins.extremes()).isEqualTo(points);
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOut() {
    bins.add(1, Double.NaN);
    bins.add(2, Double.POSITIVE_INFINITY);

    assertThat(bins.means().size()).isZero();
  }

  @Test
  void millionsOfPointsBecomeBoundedlyManyThatStillShowTheNoise() {
    for (long step = 1; step <= 3_000_000; step++) {
      bins.add(step, step % 2 == 0 ? 1 : -1);
    }
    bins.add(3_000_001, 9);

    Curve means = bins.means();
    assertThat(means.size()).isBetween(CurveBins.CAPACITY / 2, CurveBins.CAPACITY);
    assertThat(means.steps()).isSorted();
    assertThat(means.values()[0]).isEqualTo(0, within(1e-9));
    assertThat(Arrays.stream(bins.extremes().values()).boxed()).containsOnly(-1.0, 1.0, 9.0);
  }

  @Test
  void aBinIsTheMeanOfItsPoints() {
    for (int step = 0; step < 2 * CurveBins.CAPACITY; step++) {
      bins.add(step, step);
    }

    assertThat(bins.means().size()).isEqualTo(CurveBins.CAPACITY);
    assertThat(bins.means().values()).startsWith(0.5, 2.5, 4.5).endsWith(4094.5);
    assertThat(bins.means().steps()).startsWith(0.5, 2.5, 4.5);
    assertThat(bins.extremes().values()).startsWith(0, 1, 2, 3);
  }
}
