package dev.lookahead.planner.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StandardNormalTest {

  private static final int DRAWS = 200_000;

  private final double[] draws = draws(7);

  @Test
  void firstFourMomentsAreThoseOfTheNormalDistribution() {
    assertThat(SampleStatistics.mean(draws)).isCloseTo(0, within(0.01));
    assertThat(SampleStatistics.variance(draws)).isCloseTo(1, within(0.015));
    assertThat(SampleStatistics.centralMoment(draws, 3)).isCloseTo(0, within(0.03));
    assertThat(SampleStatistics.centralMoment(draws, 4)).isCloseTo(3, within(0.1));
  }

  @Test
  void distributionFunctionIsTheNormalOne() {
    assertThat(SampleStatistics.kolmogorovSmirnov(draws, SampleStatistics::normalDistribution))
        .isLessThan(SampleStatistics.critical(DRAWS));
  }

  @Test
  void tailsBeyondTheLastLayerHaveTheirShareOnBothSides() {
    double beyond = 1 - SampleStatistics.normalDistribution(3.442619855899);
    double expected = 1_000_000 * beyond;
    SplittableRandom random = new SplittableRandom(3);
    int right = 0;
    int left = 0;
    for (int i = 0; i < 1_000_000; i++) {
      double draw = StandardNormal.draw(random);
      right += draw > 3.442619855899 ? 1 : 0;
      left += draw < -3.442619855899 ? 1 : 0;
    }

    assertThat((double) right).isCloseTo(expected, within(4 * Math.sqrt(expected)));
    assertThat((double) left).isCloseTo(expected, within(4 * Math.sqrt(expected)));
  }

  @Test
  void successiveDrawsAreUncorrelated() {
    double sum = 0;
    for (int i = 1; i < DRAWS; i++) {
      sum += draws[i] * draws[i - 1];
    }

    assertThat(sum / DRAWS).isCloseTo(0, within(0.01));
  }

  @Test
  void uniformDrawsAreUniform() {
    SplittableRandom random = new SplittableRandom(5);
    double[] uniform = new double[DRAWS];
    Arrays.setAll(uniform, i -> StandardNormal.uniform(random));

    assertThat(SampleStatistics.kolmogorovSmirnov(uniform, x -> x))
        .isLessThan(SampleStatistics.critical(DRAWS));
    assertThat(Arrays.stream(uniform).min().orElseThrow()).isNotNegative();
    assertThat(Arrays.stream(uniform).max().orElseThrow()).isLessThan(1);
  }

  @Test
  void aSeedGivesTheseBitsOnEveryJdk() {
    assertThat(Arrays.hashCode(draws)).isEqualTo(477529944);
  }

  private static double[] draws(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] draws = new double[DRAWS];
    Arrays.setAll(draws, i -> StandardNormal.draw(random));
    return draws;
  }
}
