package dev.lookahead.planner.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ActionDistributionTest {

  private static final int DRAWS = 100_000;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void narrowSamplesAreNormalAroundTheMean() {
    ActionDistribution distribution = distribution(0.1f, 0.2f);
    float[] samples = new float[DRAWS];
    distribution.sample(samples, 0, DRAWS, new WhiteNoise(), random);
    double[] standardised = standardised(samples, 0.2, 0.1);

    assertThat(
            SampleStatistics.kolmogorovSmirnov(standardised, SampleStatistics::normalDistribution))
        .isLessThan(SampleStatistics.critical(DRAWS));
  }

  @Test
  void clampingPutsTheMassBeyondTheRangeOnItsEnds() {
    ActionDistribution distribution = distribution(1, 0);
    float[] samples = new float[DRAWS];
    distribution.sample(samples, 0, DRAWS, new WhiteNoise(), random);
    double atEnd = 0;
    for (float sample : samples) {
      assertThat(sample).isBetween(-1f, 1f);
      atEnd += sample == 1f ? 1 : 0;
    }

    assertThat(atEnd / DRAWS).isCloseTo(1 - SampleStatistics.normalDistribution(1), within(0.005));
  }

  @Test
  void truncationDrawsFromTheTruncatedNormal() {
    double mean = 0.5;
    double std = 0.8;
    ActionDistribution distribution = distribution((float) std, (float) mean);
    float[] samples = new float[DRAWS];
    distribution.sampleTruncated(samples, 0, DRAWS, random);
    double low = SampleStatistics.normalDistribution((-1 - mean) / std);
    double high = SampleStatistics.normalDistribution((1 - mean) / std);
    double[] draws = standardised(samples, 0, 1);

    assertThat(
            SampleStatistics.kolmogorovSmirnov(
                draws,
                x -> (SampleStatistics.normalDistribution((x - mean) / std) - low) / (high - low)))
        .isLessThan(SampleStatistics.critical(DRAWS));
  }

  @Test
  void truncationGivesUpOnAHopelessRangeWithAClampedValue() {
    ActionDistribution distribution = distribution(1, 1e6f);
    float[] samples = new float[1];
    distribution.sampleTruncated(samples, 0, 1, random);

    assertThat(samples[0]).isEqualTo(1f);
  }

  @Test
  void samplesOnlyTheCandidatesAskedFor() {
    ActionDistribution distribution = distribution(0.1f, 0.5f, 0.5f);
    float[] samples = new float[8];
    distribution.sample(samples, 1, 3, new WhiteNoise(), random);

    assertThat(samples).startsWith(0f, 0f).endsWith(0f, 0f);
    assertThat(samples[2]).isNotZero();
    assertThat(samples[5]).isNotZero();
  }

  @Test
  void fitTakesMeanAndStandardDeviationOfTheElites() {
    ActionDistribution distribution = distribution(1, 9, 9);
    distribution.fit(elites(new float[] {0, 1, 0.2f, 1}, 2), new float[] {0.5f, 0.5f});

    assertThat(distribution.mean()).containsExactly(0.1f, 1f);
    assertThat(distribution.meanStd()).isCloseTo(0.05f, within(1e-6f));
  }

  @Test
  void fitWeighsTheElites() {
    ActionDistribution distribution = distribution(1, 0);
    distribution.fit(elites(new float[] {0, 1}, 1), new float[] {0.25f, 0.75f});

    assertThat(distribution.mean()[0]).isEqualTo(0.75f);
    assertThat(distribution.meanStd()).isCloseTo((float) Math.sqrt(0.1875), within(1e-6f));
  }

  @Test
  void momentumKeepsAShareOfTheOldDistribution() {
    ActionDistribution distribution = distribution(AxisSearch.wholeRange(1, 0, 0.1f, 0.5f), 1);
    distribution.fit(elites(new float[] {0, 0}, 1), new float[] {0.5f, 0.5f});

    assertThat(distribution.mean()[0]).isCloseTo(0.1f, within(1e-6f));
    assertThat(distribution.meanStd()).isCloseTo(0.5f, within(1e-6f));
  }

  @Test
  void standardDeviationStopsAtItsFloor() {
    ActionDistribution distribution = distribution(AxisSearch.wholeRange(1, 0.05f, 0, 0), 0);
    distribution.fit(elites(new float[] {0.3f, 0.3f}, 1), new float[] {0.5f, 0.5f});

    assertThat(distribution.meanStd()).isEqualTo(0.05f);
  }

  @Test
  void fullStdMomentumNeverChangesTheStandardDeviation() {
    ActionDistribution distribution = distribution(AxisSearch.wholeRange(0.7f, 0, 0, 1), 0);
    distribution.fit(elites(new float[] {0.3f, 0.3f}, 1), new float[] {0.5f, 0.5f});

    assertThat(distribution.meanStd()).isEqualTo(0.7f);
  }

  @Test
  void aCorrectedFitDividesByOneFewer() {
    ActionDistribution distribution =
        new ActionDistribution(
            new float[] {0},
            new SearchRules(
                List.of(AxisSearch.wholeRange(1, 0, 0, 0)), List.of(), StdEstimate.UNBIASED));
    float third = 1f / 3;
    distribution.fit(elites(new float[] {-0.3f, 0, 0.3f}, 1), new float[] {third, third, third});

    assertThat(distribution.meanStd()).isCloseTo(0.3f, within(1e-6f));
  }

  @Test
  void everyAxisIsFittedByItsOwnMomenta() {
    ActionDistribution distribution =
        new ActionDistribution(
            new float[] {1, 1},
            new SearchRules(
                List.of(
                    AxisSearch.wholeRange(1, 0, 0.25f, 0.95f),
                    AxisSearch.wholeRange(1, 0, 0.15f, 0.15f)),
                List.of(),
                StdEstimate.MAXIMUM_LIKELIHOOD));
    distribution.fit(elites(new float[] {0, 0, 0, 0}, 2), new float[] {0.5f, 0.5f});

    assertThat(distribution.mean()).containsExactly(0.25f, 0.15f);
    assertThat(distribution.meanStd()).isCloseTo((0.95f + 0.15f) / 2, within(1e-6f));
  }

  @Test
  void anAxisThatIsHeldCountsNotInTheScatter() {
    SearchRules rules =
        new SearchRules(
            List.of(AxisSearch.wholeRange(0.4f, 0, 0, 0), new AxisSearch(0, 0, 0, 0, 0, 0)),
            List.of(),
            StdEstimate.MAXIMUM_LIKELIHOOD);

    assertThat(new ActionDistribution(new float[4], rules).meanStd()).isEqualTo(0.4f);
  }

  private static ActionDistribution distribution(float std, float... mean) {
    return distribution(AxisSearch.wholeRange(std, 0, 0, 0), mean);
  }

  private static ActionDistribution distribution(AxisSearch rule, float... mean) {
    return new ActionDistribution(mean, SearchRules.uniform(mean.length, rule));
  }

  private static Elites elites(float[] samples, int dimensions) {
    int count = samples.length / dimensions;
    Elites elites = new Elites(count, dimensions);
    elites.select(new float[count], samples, 0);
    return elites;
  }

  private static double[] standardised(float[] samples, double mean, double std) {
    double[] standardised = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      standardised[i] = (samples[i] - mean) / std;
    }
    return standardised;
  }
}
