package dev.lookahead.planner.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.ActionAxis;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SearchRulesTest {

  private static final int DRAWS = 100_000;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void everyAxisIsMovedIntoItsOwnInterval() {
    SearchRules rules =
        new SearchRules(
            List.of(new AxisSearch(-0.5f, 0.5f, 1, 0, 0, 0), new AxisSearch(0, 0, 0, 0, 0, 0)),
            List.of(),
            StdEstimate.MAXIMUM_LIKELIHOOD);
    float[] shares = {0.9f, 0.9f, -0.9f, 0.9f, 0.2f, 0.9f};
    rules.confine(shares, 0, 4);

    assertThat(shares).containsExactly(0.5f, 0, -0.5f, 0, 0.2f, 0.9f);
  }

  @Test
  void anIntervalOutsideTheRangeIsRefused() {
    assertThatThrownBy(() -> new AxisSearch(-1, 1.5f, 1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[-1.0, 1.5]");
  }

  @Test
  void anActionBeyondTheBallIsShortenedInItsUnitsAndKeepsItsDirection() {
    AxisRange wide = AxisRange.of(new ActionAxis("x", "m", -0.1f, 0.1f));
    AxisRange shifted = AxisRange.of(new ActionAxis("y", "m", -0.1f, 0.3f));
    L1Ball ball =
        new L1Ball(List.of(new L1Ball.Axis(0, wide), new L1Ball.Axis(1, shifted)), 0.075f);
    float[] shares = {wide.share(0.1f), shifted.share(-0.05f)};
    ball.confine(shares, 0);

    assertThat(wide.value(shares[0])).isCloseTo(0.05f, within(1e-6f));
    assertThat(shifted.value(shares[1])).isCloseTo(-0.025f, within(1e-6f));
  }

  @Test
  void anActionInsideTheBallStaysAsItIs() {
    float[] shares = {0.5f, -0.25f};
    unitBall(0.75f).confine(shares, 0);

    assertThat(shares).containsExactly(0.5f, -0.25f);
  }

  @Test
  void drawsInABallAreAsOftenInsideAsTheGaussianAndOtherwiseOnItsSurface() {
    AxisSearch rule = AxisSearch.wholeRange(0.3f, 0, 0, 0);
    SearchRules rules =
        new SearchRules(
            List.of(rule, rule), List.of(unitBall(0.3f)), StdEstimate.MAXIMUM_LIKELIHOOD);
    float[] samples = new float[2 * DRAWS];
    new ActionDistribution(new float[2], rules).sample(samples, 0, DRAWS, new WhiteNoise(), random);
    double inside = 0;
    double x = 0;
    for (int n = 0; n < DRAWS; n++) {
      float norm = Math.abs(samples[2 * n]) + Math.abs(samples[2 * n + 1]);
      assertThat(norm).isLessThanOrEqualTo(0.3f + 1e-6f);
      inside += norm < 0.3f - 1e-6f ? 1 : 0;
      x += samples[2 * n];
    }

    // |x| + |y| < r is a square turned by 45 degrees with half side r / sqrt 2, here std / sqrt 2.
    double halfSide = 2 * SampleStatistics.normalDistribution(1 / Math.sqrt(2)) - 1;
    assertThat(inside / DRAWS).isCloseTo(halfSide * halfSide, within(0.005));
    assertThat(x / DRAWS).isCloseTo(0, within(0.002));
  }

  private static L1Ball unitBall(float radius) {
    AxisRange unit = new AxisRange(0, 1);
    return new L1Ball(List.of(new L1Ball.Axis(0, unit), new L1Ball.Axis(1, unit)), radius);
  }
}
