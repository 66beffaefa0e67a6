package dev.lookahead.worldmodel.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EnergyTest {

  /** Goes one to the left, or one to the right; the second number never counts. */
  private static final FuturePredictor FORK =
      new FuturePredictor() {
        @Override
        public int latentWidth() {
          return 2;
        }

        @Override
        public int comparedWidth() {
          return 1;
        }

        @Override
        public int futures() {
          return 2;
        }

        @Override
        public float[] predict(float[] contexts, float[] actions, int steps, int future) {
          float[] next = contexts.clone();
          for (int i = 0; i < next.length; i += 2) {
            next[i] += future == 0 ? -1 : 1;
          }
          return next;
        }
      };

  private static float energy(Energy energy, float target) {
    return energy
        .expect(FORK, new float[] {9, 0, 5, 0}, new float[0])
        .energy(1, new float[] {0, 0, 0, target, 7}, 3);
  }

  @Test
  void whatLiesBetweenTwoFuturesIsLessCompatibleThanEither() {
    assertThat(energy(Energy.minimum(), 4)).isZero();
    assertThat(energy(Energy.minimum(), 6)).isZero();
    assertThat(energy(Energy.minimum(), 5)).isEqualTo(1);
    assertThat(energy(Energy.minimum(), 9)).isEqualTo(3);
  }

  @Test
  void theEnergyOfEachFutureIsItsDistance() {
    Expectation expected = Energy.minimum().expect(FORK, new float[] {9, 0, 5, 0}, new float[0]);
    assertThat(expected.energies(0, new float[] {10.5f, 3}, 0)).containsExactly(2.5f, 0.5f);
  }

  @Test
  void theFreeEnergyIsTheLogOfTheMeanOverFutures() {
    double expected = -0.5 * Math.log((Math.exp(-2 * 0.5) + Math.exp(-2 * 2.5)) / 2);
    assertThat(energy(new Energy(2), 6.5f)).isCloseTo((float) expected, within(1e-6f));
  }

  @Test
  void theFreeEnergyFallsFromTheMeanToTheMinimumAsItGetsColder() {
    float[] energies = {1, 2, 6};
    assertThat(new Energy(1e-4f).over(energies)).isCloseTo(3, within(1e-2f));
    assertThat(new Energy(1).over(energies)).isBetween(1f, 3f);
    assertThat(new Energy(1e4f).over(energies)).isCloseTo(1, within(1e-3f));
    assertThat(Energy.minimum().over(energies)).isEqualTo(1);
  }

  @Test
  void oneFutureHasItsOwnEnergyAtEveryTemperature() {
    assertThat(new Energy(0.3f).over(new float[] {4.25f})).isEqualTo(4.25f);
  }

  @Test
  void whatIsNotANumberIsNotHidden() {
    assertThat(Energy.minimum().over(new float[] {1, Float.NaN})).isNaN();
    assertThat(new Energy(1).over(new float[] {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY}))
        .isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void aTemperatureThatIsNoneIsRefused() {
    assertThatThrownBy(() -> new Energy(0)).hasMessage("beta is above zero, got 0.0");
    assertThatThrownBy(() -> new Energy(Float.NaN)).hasMessage("beta is above zero, got NaN");
  }
}
