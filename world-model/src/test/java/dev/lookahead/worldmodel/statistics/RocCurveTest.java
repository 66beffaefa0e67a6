package dev.lookahead.worldmodel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RocCurveTest {

  @Test
  void aPerfectScoreHitsAllWithoutAFalseAlarm() {
    RocCurve curve = RocCurve.of(new double[] {1, 2}, new double[] {3, 4, 5});
    assertThat(curve.hits()).containsOnly(1.0);
    assertThat(curve.falseAlarms()).hasSize(101).startsWith(0.0).endsWith(1.0);
  }

  @Test
  void aScoreThatIsTheSameForAllIsTheDiagonal() {
    RocCurve curve = RocCurve.of(new double[] {1, 1, 1}, new double[] {1, 1});
    assertThat(curve.hits()).isEqualTo(curve.falseAlarms());
  }

  @Test
  void theAreaBelowIsThatOfRanks() {
    SplittableRandom random = new SplittableRandom(3);
    double[] no = random.doubles(5_000).toArray();
    double[] yes = random.doubles(5_000).map(Math::sqrt).toArray();
    RocCurve curve = RocCurve.of(no, yes);
    double area = 0;
    for (int i = 1; i < curve.hits().size(); i++) {
      area += (curve.hits().get(i) + curve.hits().get(i - 1)) / 200;
    }
    assertThat(area).isCloseTo(Roc.area(no, yes), within(1e-3));
  }

  @Test
  void withoutOneKindThereIsNoCurve() {
    assertThat(RocCurve.of(new double[0], new double[] {1}).hits()).isEmpty();
    assertThat(RocCurve.of(new double[] {1}, new double[0]).hits()).isEmpty();
  }
}
