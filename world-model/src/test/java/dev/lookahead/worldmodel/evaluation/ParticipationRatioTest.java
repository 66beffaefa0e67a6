package dev.lookahead.worldmodel.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ParticipationRatioTest {

  @Test
  void aLineHasOneDirectionAndASquareHasTwo() {
    assertThat(ParticipationRatio.of(new float[] {0, 0, 1, 2, 2, 4}, 2)).isEqualTo(1);
    assertThat(ParticipationRatio.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 2)).isEqualTo(2);
    assertThat(ParticipationRatio.of(new float[] {3, 3, 3, 3}, 2)).as("no spread").isEqualTo(1);
  }

  /**
   * Zeros beside every vector change neither variance nor directions, only the way it is computed.
   */
  @Test
  void wideVectorsGiveWhatNarrowOnesGive() {
    SplittableRandom random = new SplittableRandom(3);
    float[] narrow = new float[6 * 4];
    float[] wide = new float[6 * 40];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = (float) random.nextGaussian();
      wide[i / 4 * 40 + i % 4] = narrow[i];
    }
    assertThat(ParticipationRatio.of(wide, 40))
        .isCloseTo(ParticipationRatio.of(narrow, 4), within(1e-9));
  }
}
