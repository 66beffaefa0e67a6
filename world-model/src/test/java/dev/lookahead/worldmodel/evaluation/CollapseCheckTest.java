package dev.lookahead.worldmodel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CollapseCheckTest {

  private static final int COUNT = 400;
  private static final int WIDTH = 12;
  private final CollapseCheck check = CollapseCheck.defaults();

  @Test
  void anIsotropicGaussianFillsAllDirections() {
    CollapseReport report = check.check(gaussian(1, 0), WIDTH);
    assertThat(report.collapsed()).isFalse();
    assertThat(report.meanStd()).isCloseTo(1, within(0.05));
    assertThat(report.effectiveRank()).isBetween(11.8, 12.0);
    assertThat(report.meanCosine()).isCloseTo(0, within(0.01));
  }

  @Test
  void aConstantIsCollapsed() {
    CollapseReport report = check.check(gaussian(0, 1), WIDTH);
    assertThat(report.collapsed()).isTrue();
    assertThat(report.reason()).contains("standard deviation").contains("below 0.02");
    assertThat(report.effectiveRank()).isCloseTo(1, within(1e-5));
    assertThat(report.meanCosine()).isCloseTo(1, within(1e-9));
  }

  @Test
  void aLineIsCollapsedHoweverLongItIs() {
    float[] line = new float[COUNT * WIDTH];
    for (int i = 0; i < line.length; i++) {
      line[i] = (i / WIDTH - COUNT / 2) * (1 + i % WIDTH);
    }
    CollapseReport report = check.check(line, WIDTH);
    assertThat(report.effectiveRank()).isCloseTo(1, within(1e-5));
    assertThat(report.reason()).contains("effective rank");
  }

  @Test
  void aSmallSpreadAroundAFarPointIsCollapsed() {
    CollapseReport report = check.check(gaussian(0.1f, 50), WIDTH);
    assertThat(report.reason()).contains("cosine").contains("above 0.999");
  }

  @Test
  void twoEqualDirectionsHaveRankTwo() {
    RandomGenerator random = new SplittableRandom(1);
    float[] plane = new float[COUNT * WIDTH];
    for (int i = 0; i < COUNT; i++) {
      double angle = random.nextDouble() * 2 * Math.PI;
      plane[i * WIDTH] = (float) Math.cos(angle);
      plane[i * WIDTH + 5] = (float) Math.sin(angle);
    }
    CollapseReport report = check.check(plane, WIDTH);
    assertThat(report.effectiveRank()).isCloseTo(2, within(0.01));
    assertThat(report.leastStd()).isZero();
    assertThat(report.collapsed()).isFalse();
  }

  @Test
  void fewerLatentsThanDimensionsStillHaveARank() {
    float[] few = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    assertThat(check.check(few, 4).effectiveRank()).isCloseTo(2, within(1e-6));
  }

  @Test
  void numbersThatAreNotFiniteCountAsCollapsed() {
    float[] latents = gaussian(1, 0);
    latents[7] = Float.NaN;
    assertThat(check.check(latents, WIDTH).reason()).contains("not finite");
  }

  @Test
  void oneLatentIsTooFew() {
    assertThatThrownBy(() -> check.check(new float[WIDTH], WIDTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 2 latents");
  }

  private static float[] gaussian(float std, float mean) {
    RandomGenerator random = new SplittableRandom(1);
    float[] latents = new float[COUNT * WIDTH];
    for (int i = 0; i < latents.length; i++) {
      latents[i] = mean + std * (float) random.nextGaussian();
    }
    return latents;
  }
}
