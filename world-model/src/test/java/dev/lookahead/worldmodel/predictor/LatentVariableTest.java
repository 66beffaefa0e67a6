package dev.lookahead.worldmodel.predictor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatentVariableTest {

  private static final int STEPS = 4;

  @Test
  void atEveryStepAsManyFuturesAsCodesMeetEveryCodeOnce() {
    CategoricalVariable latent = new CategoricalVariable(5);
    float[] z = latent.draw(5, STEPS, new SplittableRandom(3));
    for (int step = 0; step < STEPS; step++) {
      float[] met = new float[5];
      for (int future = 0; future < 5; future++) {
        float sum = 0;
        for (int code = 0; code < 5; code++) {
          met[code] += z[(future * STEPS + step) * 5 + code];
          sum += z[(future * STEPS + step) * 5 + code];
        }
        assertThat(sum).isEqualTo(1);
      }
      assertThat(met).containsOnly(1);
    }
  }

  @Test
  void codesOfSuccessiveStepsAreIndependent() {
    float[] z = new CategoricalVariable(2).draw(1000, 2, new SplittableRandom(4));
    int same = 0;
    for (int future = 0; future < 1000; future++) {
      same += z[future * 4] == z[future * 4 + 2] ? 1 : 0;
    }
    assertThat(same).isBetween(430, 570);
  }

  @Test
  void gaussianNumbersHaveMeanZeroAndVarianceOne() {
    double sum = 0;
    double squares = 0;
    float[] z = new GaussianVariable(4).draw(500, STEPS, new SplittableRandom(5));
    for (float value : z) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / z.length).isCloseTo(0, within(0.05));
    assertThat(squares / z.length).isCloseTo(1, within(0.05));
  }

  @Test
  void theSameSeedDrawsTheSame() {
    LatentVariable latent = CategoricalVariable.defaults();
    assertThat(latent.draw(7, STEPS, new SplittableRandom(1)))
        .isEqualTo(latent.draw(7, STEPS, new SplittableRandom(1)));
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new CategoricalVariable(1)).hasMessage("codes is 2 to 64, got 1");
    assertThatThrownBy(() -> new GaussianVariable(65)).hasMessage("size is 1 to 64, got 65");
  }
}
