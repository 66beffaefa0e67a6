package dev.lookahead.worldmodel.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RiskTest {

  private static float[] costs() {
    return new float[] {4, 1, 3, 2};
  }

  @Test
  void meanAndWorstAreWhatTheySay() {
    assertThat(Risk.defaults().of(costs())).isEqualTo(2.5f);
    assertThat(Risk.worst().of(costs())).isEqualTo(4);
  }

  @Test
  void cvarIsTheMeanOverTheWorstShare() {
    assertThat(Risk.cvar(0.5f).of(costs())).isEqualTo(3.5f);
    assertThat(Risk.cvar(0.75f).of(costs())).isEqualTo(3);
  }

  @Test
  void aShareThatCutsThroughAFutureCountsItInPart() {
    assertThat(Risk.cvar(0.375f).of(costs())).isCloseTo((4 + 0.5f * 3) / 1.5f, within(1e-6f));
  }

  @Test
  void cvarReachesFromTheWorstToTheMean() {
    assertThat(Risk.cvar(0.01f).of(costs())).isEqualTo(Risk.worst().of(costs()));
    assertThat(Risk.cvar(1).of(costs())).isEqualTo(Risk.defaults().of(costs()));
  }

  @Test
  void aFutureThatCannotBePredictedIsNotAveragedAway() {
    assertThat(Risk.defaults().of(new float[] {1, Float.NaN})).isNaN();
    assertThat(Risk.worst().of(new float[] {Float.NaN, 1})).isNaN();
    assertThat(Risk.cvar(0.5f).of(new float[] {Float.POSITIVE_INFINITY, 1}))
        .isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void rowsAreAggregatedLengthByLength() {
    float[] twoCandidatesTwoFuturesThreeSteps = {1, 2, 3, 5, 4, 3, 0, 0, 9, 1, 1, 1};
    float[] result = new float[6];
    Risk.worst().over(twoCandidatesTwoFuturesThreeSteps, 2, 3, result);
    assertThat(result).containsExactly(5, 4, 3, 1, 1, 9);
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> Risk.cvar(0)).hasMessage("tail lies in (0, 1], got 0.0");
    assertThatThrownBy(() -> Risk.cvar(1.5f)).hasMessage("tail lies in (0, 1], got 1.5");
    assertThatThrownBy(() -> new FutureSampling(0, Risk.defaults(), 1))
        .hasMessage("count is 1 to 1024, got 0");
  }
}
