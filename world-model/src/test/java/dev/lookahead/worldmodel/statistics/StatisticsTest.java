package dev.lookahead.worldmodel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void ninetyFivePercentOfTheIntervalsHoldTheTrueMean() {
    SplittableRandom random = new SplittableRandom(3);
    int held = 0;
    int trials = 400;
    for (int trial = 0; trial < trials; trial++) {
      double[][] clusters = new double[40][5];
      for (double[] cluster : clusters) {
        double shared = random.nextGaussian();
        for (int i = 0; i < cluster.length; i++) {
          cluster[i] = 2 + shared + 0.3 * random.nextGaussian();
        }
      }
      Interval interval = new Bootstrap(300, trial).mean(clusters);
      held += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
    }
    // Ignoring the clusters would hold it in about 60 %.
    assertThat(held / (double) trials).isBetween(0.91, 0.98);
  }

  @Test
  void equalSeedsGiveEqualIntervals() {
    double[][] clusters = {{1, 2}, {3}, {}, {5, 8}};
    Bootstrap bootstrap = new Bootstrap(200, 9);
    assertThat(bootstrap.mean(clusters)).isEqualTo(bootstrap.mean(clusters));
    assertThat(bootstrap.mean(clusters).estimate()).isCloseTo(3.8, within(1e-12));
    assertThatThrownBy(() -> new Bootstrap(10, 0)).hasMessageContaining("at least 100");
    assertThatThrownBy(() -> bootstrap.mean(new double[0][])).hasMessageContaining("1 cluster");
  }

  @Test
  void oneClusterHasNoInterval() {
    Interval interval = new Bootstrap(200, 9).mean(new double[][] {{1, 2, 6}});
    assertThat(interval.estimate()).isEqualTo(3);
    assertThat(interval.known()).isFalse();
    assertThat(interval.above(0)).isFalse();
    assertThat(interval.below(9)).isFalse();
    assertThat(new Interval(1, 0, 2).known()).isTrue();
  }

  @Test
  void theAreaUnderTheRocCurveCountsOrderedPairs() {
    assertThat(Roc.area(new double[] {1, 2}, new double[] {3, 4})).isOne();
    assertThat(Roc.area(new double[] {1, 3}, new double[] {2, 4})).isEqualTo(0.75);
    assertThat(Roc.area(new double[] {1, 1}, new double[] {1})).isEqualTo(0.5);
    assertThat(Roc.area(new double[0], new double[] {1})).isNaN();
  }

  @Test
  void aCurvedButGrowingRelationHasRankCorrelationOne() {
    double[] x = {1, 2, 3, 4};
    assertThat(RankCorrelation.spearman(x, new double[] {1, 8, 27, 64}))
        .isCloseTo(1, within(1e-12));
    assertThat(RankCorrelation.spearman(x, new double[] {4, 3, 2, 1})).isCloseTo(-1, within(1e-12));
  }

  @Test
  void ranksOfASelectionAreThoseOfItsValues() {
    SplittableRandom random = new SplittableRandom(7);
    double[][] x = new double[6][4];
    double[][] y = new double[6][4];
    for (int i = 0; i < 6; i++) {
      Arrays.setAll(x[i], j -> random.nextInt(8));
      Arrays.setAll(y[i], j -> random.nextInt(8));
    }
    int[] chosen = {0, 3, 3, 5, 5, 5};
    double[] pooledX = pooled(x, chosen);
    double[] pooledY = pooled(y, chosen);
    assertThat(new Roc(x, y).applyAsDouble(chosen))
        .isCloseTo(Roc.area(pooledX, pooledY), within(1e-12));
    assertThat(new RankCorrelation(x, y).applyAsDouble(chosen))
        .isCloseTo(new SpearmansCorrelation().correlation(pooledX, pooledY), within(1e-12));
  }

  private static double[] pooled(double[][] clusters, int[] chosen) {
    return Arrays.stream(chosen).boxed().flatMapToDouble(i -> Arrays.stream(clusters[i])).toArray();
  }

  @Test
  void aMatrixIsWhatWasPutIn() {
    Matrix matrix = new Matrix(2, new float[] {1, 2, 3, 4});
    assertThat(matrix.rows()).isEqualTo(2);
    assertThat(matrix.row(1)).containsExactly(3, 4);
    assertThat(matrix.column(1)).containsExactly(2, 4);
    assertThatThrownBy(() -> new Matrix(2, new float[3])).hasMessageContaining("rows of 2");
    assertThatThrownBy(() -> Matrix.mean(List.of(matrix, new Matrix(1, new float[4]))))
        .hasMessageContaining("one shape");
  }
}
