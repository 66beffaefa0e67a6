package dev.lookahead.sim.pointmaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class NonNegativeQuadraticTest {

  @Test
  void anInteriorMinimumIsFound() {
    double[][] q = {{2, 1}, {1, 3}};
    assertThat(new NonNegativeQuadratic(q, new double[] {-5, -10}).minimiser())
        .containsExactly(new double[] {1, 3}, within(1e-12));
  }

  @Test
  void componentsThatWouldBeNegativeAreZero() {
    double[][] q = {{2, 1}, {1, 3}};
    assertThat(new NonNegativeQuadratic(q, new double[] {-4, 9}).minimiser()).containsExactly(2, 0);
    assertThat(new NonNegativeQuadratic(q, new double[] {1, 1}).minimiser()).containsExactly(0, 0);
  }

  @Test
  void theOptimalityConditionsHoldForRandomProblems() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 1_000; trial++) {
      double[][] q = positiveDefinite(random);
      double[] b = {random.nextDouble(-1, 1), random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      double[] f = new NonNegativeQuadratic(q, b).minimiser();
      for (int i = 0; i < 3; i++) {
        double slope = b[i] + q[i][0] * f[0] + q[i][1] * f[1] + q[i][2] * f[2];
        assertThat(f[i]).isNotNegative();
        assertThat(slope).isGreaterThan(-1e-9);
        assertThat(f[i] * slope).isCloseTo(0, within(1e-8));
      }
    }
  }

  private static double[][] positiveDefinite(SplittableRandom random) {
    double[][] a = new double[3][3];
    for (double[] row : a) {
      for (int j = 0; j < 3; j++) {
        row[j] = random.nextDouble(-1, 1);
      }
    }
    double[][] q = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        q[i][j] = a[i][0] * a[j][0] + a[i][1] * a[j][1] + a[i][2] * a[j][2] + (i == j ? 0.1 : 0);
      }
    }
    return q;
  }
}
