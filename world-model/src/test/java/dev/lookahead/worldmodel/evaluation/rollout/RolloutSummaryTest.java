package dev.lookahead.worldmodel.evaluation.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lookahead.worldmodel.file.VersionedJson;
import dev.lookahead.worldmodel.probe.LatentProbes;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolloutSummaryTest {

  private static final RolloutSettings SETTINGS = new RolloutSettings(4, 6, 50, 5, 12, 7);
  private static final LatentProbes PROBES = LatentProbes.ofVectors(new Bootstrap(200, 1));

  private final PixelWalk walk = new PixelWalk(20, 60);

  @Test
  void aPerfectModelIsTrustedAsFarAsWasMeasured() {
    RolloutSummary summary = summary(new PixelWalk.Model(2, 4, 1, 1));
    assertThat(summary.rollouts()).isEqualTo(80);
    assertThat(summary.horizon()).isEqualTo(new TrustedHorizon(6, 6));
    assertThat(summary.horizon().openEnded()).isTrue();
    assertThat(summary.curve())
        .allSatisfy(
            point -> {
              assertThat(point.error().estimate()).isZero();
              assertThat(point.quantiles()).containsExactly(0.0, 0.0, 0.0);
              assertThat(point.gain().low()).isPositive();
              assertThat(point.ofRandom().estimate()).isZero();
            });
    assertThat(summary.curve().get(5).copyError().estimate())
        .isGreaterThan(summary.curve().get(0).copyError().estimate());
    assertThat(summary.counterfactuals()).allSatisfy(one -> assertThat(one.sensitive()).isTrue());
    assertThat(summary.ranks()).allSatisfy(rank -> assertThat(rank.share().estimate()).isOne());
    assertThat(summary.teleports().estimate()).isGreaterThan(0.95);
    assertThat(summary.swaps().estimate()).isGreaterThan(0.8);
  }

  @Test
  void theRolloutThatWentMostWrongIsKept() {
    EpisodeMeasurement measured = measured(new PixelWalk.Model(1, 4, 0.7f, 1)).get(3);
    PredictedRollout shown = measured.shown().get(0);
    Matrix errors = Objects.requireNonNull(measured.errors().get(Forecast.MODEL));
    double[] sums =
        IntStream.range(0, errors.rows())
            .mapToDouble(row -> Arrays.stream(errors.row(row)).sum())
            .toArray();
    assertThat(sums[measured.starts().indexOf(shown.start())])
        .isEqualTo(Arrays.stream(sums).max().orElseThrow());
    assertThat(shown.blocks()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(shown.frames().get(6)).isEqualTo(shown.start() + 24);
    assertThat(shown.latents().rows()).isEqualTo(6);
  }

  @Test
  void theRecordedActionIsTheValleyOfAPerfectModel() {
    Matrix landscape = summary(new PixelWalk.Model(1, 4, 1, 1)).landscape().get(0);
    assertThat(landscape.columns()).isEqualTo(5);
    assertThat(landscape.get(2, 2)).isZero();
    // Half the range of 6 px for each of 4 steps, along the first axis.
    assertThat(landscape.get(0, 2)).isCloseTo(12f, within(1e-4f));
    assertThat(landscape.get(4, 4)).isCloseTo((float) Math.hypot(12, 12), within(1e-4f));
  }

  @Test
  void aModelThatIgnoresActionsIsCalledOut() {
    RolloutSummary summary = summary(new PixelWalk.Model(1, 4, 0, 1));
    assertThat(summary.horizon().blocks()).isZero();
    assertThat(summary.curve().get(0).ofCopy().estimate()).isCloseTo(1, within(1e-6));
    assertThat(summary.counterfactuals()).noneMatch(Counterfactual::sensitive);
  }

  @Test
  void aCollapsedModelPredictsPerfectlyAndIsStillNotTrusted() {
    RolloutSummary summary = summary(new PixelWalk.Model(1, 4, 1, 0));
    assertThat(summary.curve().get(0).error().estimate()).isZero();
    assertThat(summary.horizon().blocks()).isZero();
    assertThat(summary.geometry().collapse().collapsed()).isTrue();
    assertThat(summary.teleports().estimate()).isEqualTo(0.5);
  }

  @Test
  void aLatentThatIsThePositionKnowsThePosition() {
    RolloutSummary summary = summary(new PixelWalk.Model(1, 4, 1, 1));
    assertThat(summary.geometry().stateCorrelation().get(0).estimate()).isGreaterThan(0.99);
    assertThat(summary.geometry().width()).isEqualTo(2);
    assertThat(summary.probes())
        .filteredOn(score -> score.probe().equals("linear"))
        .hasSize(2)
        .allSatisfy(
            score -> {
              assertThat(score.r2().estimate()).isCloseTo(1, within(1e-9));
              assertThat(score.rmse().estimate()).isCloseTo(0, within(1e-4));
            });
  }

  @Test
  void theOrderOfTheEpisodesDoesNotMatter() {
    List<EpisodeMeasurement> measured = measured(new PixelWalk.Model(1, 2, 0.9f, 1));
    List<EpisodeMeasurement> reversed = new ArrayList<>(measured);
    Collections.reverse(reversed);
    assertThat(RolloutSummary.of(reversed, PROBES)).isEqualTo(RolloutSummary.of(measured, PROBES));
  }

  @Test
  void episodesTooShortForARolloutAreCountedAndNotRolled() {
    PixelWalk brief = new PixelWalk(6, 12);
    LatentModel model = new PixelWalk.Model(1, 4, 1, 1);
    List<EpisodeMeasurement> measured =
        IntStream.range(0, 6).mapToObj(i -> brief.measure(model, i, SETTINGS)).toList();
    RolloutSummary summary = RolloutSummary.of(measured, PROBES);
    assertThat(summary.tooShort()).isEqualTo(6);
    assertThat(summary.curve()).isEmpty();
    assertThat(summary.horizon()).isEqualTo(new TrustedHorizon(0, 0));
    assertThat(summary.probes()).isNotEmpty();
  }

  @Test
  void aMeasurementSurvivesItsJson() {
    EpisodeMeasurement measured = measured(new PixelWalk.Model(1, 4, 0.7f, 1)).get(3);
    byte[] json = VersionedJson.bytes(measured);
    assertThat(
            VersionedJson.parse(json, EpisodeMeasurement.FORMAT_VERSION, EpisodeMeasurement.class))
        .isEqualTo(measured);
  }

  @Test
  void measuringAgainGivesTheSame() {
    LatentModel model = new PixelWalk.Model(2, 3, 0.8f, 1);
    assertThat(walk.measure(model, 5, SETTINGS)).isEqualTo(walk.measure(model, 5, SETTINGS));
  }

  @Test
  void latentsThatAreNotFiniteAreRefused() {
    LatentModel broken = new PixelWalk.Model(1, 4, 1, Float.NaN);
    assertThatThrownBy(() -> walk.measure(broken, 0, SETTINGS))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void absurdSettingsAreRefused() {
    assertThatThrownBy(() -> new RolloutSettings(0, 6, 50, 5, 12, 7))
        .hasMessageContaining("startsPerEpisode lies in 1 to 256, got 0");
    assertThatThrownBy(() -> new RolloutSettings(1, 6, 50, 4, 12, 7)).hasMessageContaining("odd");
    assertThatThrownBy(() -> RolloutSummary.of(List.of(), PROBES))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofWideLatentsFewerFramesAreKeptAndOtherOnesOfTheNextEpisode() {
    assertThat(SETTINGS.samplesKept(1_000, 192)).isEqualTo(12);
    assertThat(SETTINGS.samplesKept(1_000, 6_144)).isEqualTo(2);
    assertThat(SETTINGS.samplesKept(1_000, 360_448)).isEqualTo(1);

    LatentModel model = new PixelWalk.Model(1, 4, 1, 1);
    assertThat(walk.measure(model, 0, SETTINGS, 3).sampledSteps()).containsExactly(0, 21, 42);
    assertThat(walk.measure(model, 1, SETTINGS, 3).sampledSteps()).containsExactly(5, 26, 48);
    assertThat(walk.measure(model, 1, SETTINGS, 3).latents().rows()).isEqualTo(3);
    assertThat(walk.measure(model, 1, SETTINGS, 99).sampledSteps()).hasSize(12);
  }

  private RolloutSummary summary(LatentModel model) {
    return RolloutSummary.of(measured(model), PROBES);
  }

  private List<EpisodeMeasurement> measured(LatentModel model) {
    return IntStream.range(0, walk.size()).mapToObj(i -> walk.measure(model, i, SETTINGS)).toList();
  }
}
