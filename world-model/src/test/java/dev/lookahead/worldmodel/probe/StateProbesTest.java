package dev.lookahead.worldmodel.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StateProbesTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(200, 5);

  @Test
  void everyProbeReadsWhatItsKindCan() {
    Map<String, Double> r2 = r2(data(50, "linear and curved"), List.of("linear", "curved"));
    assertThat(r2.get("linear of linear")).isGreaterThan(0.99);
    assertThat(r2.get("ridge of linear")).isGreaterThan(0.99);
    // A square of a symmetric quantity is uncorrelated with it.
    assertThat(r2.get("linear of curved")).isLessThan(0.2);
    assertThat(r2.get("MLP of curved")).isGreaterThan(0.9);
    assertThat(r2.get("5-NN of curved")).isGreaterThan(0.7);
  }

  @Test
  void noiseCannotBeRead() {
    Map<String, Double> r2 = r2(data(50, "noise"), List.of("noise"));
    assertThat(r2.values()).allSatisfy(value -> assertThat(value).isLessThan(0.1));
  }

  @Test
  void aQuantityThatNeverChangesIsLeftOut() {
    assertThat(r2(data(50, "constant"), List.of("constant"))).isEmpty();
  }

  @Test
  void fewerThanFiveEpisodesAreNotSplit() {
    assertThat(r2(data(4, "noise"), List.of("noise"))).isEmpty();
  }

  @Test
  void oneHeldOutEpisodeGivesNoInterval() {
    assertThat(scores(data(9, "linear and curved")))
        .isNotEmpty()
        .allSatisfy(
            score -> {
              assertThat(score.episodes()).isOne();
              assertThat(score.r2().known()).isFalse();
            });
    assertThat(scores(data(10, "linear and curved")))
        .allSatisfy(
            score -> {
              assertThat(score.episodes()).isEqualTo(2);
              assertThat(score.r2().known()).isTrue();
            });
  }

  private static List<ProbeScore> scores(Data data) {
    return StateProbes.defaults(BOOTSTRAP)
        .scores(data.latents(), data.targets(), List.of("linear", "curved"));
  }

  @Test
  void redundantLatentsDoNotUpsetLeastSquares() {
    List<double[][]> latents = new ArrayList<>();
    List<double[][]> targets = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int episode = 0; episode < 10; episode++) {
      double a = random.nextGaussian();
      double b = random.nextGaussian();
      latents.add(new double[][] {{a, a, 0, b}, {b, b, 0, a}});
      targets.add(new double[][] {{a + b}, {3 * b - a}});
    }
    List<ProbeScore> scores =
        new StateProbes(List.of(new RidgeProbe(false)), BOOTSTRAP)
            .scores(latents, targets, List.of("sum"));
    assertThat(scores.get(0).r2().estimate()).isFinite();
  }

  @Test
  void probesWithoutSizeAreRefused() {
    assertThatThrownBy(() -> new NearestNeighboursProbe(0)).hasMessageContaining("got 0");
    assertThatThrownBy(() -> new MlpProbe(0, 1, 0)).hasMessageContaining("got 0 and 1");
  }

  private record Data(List<double[][]> latents, List<double[][]> targets) {}

  private static Data data(int episodes, String kind) {
    SplittableRandom random = new SplittableRandom(2);
    List<double[][]> latents = new ArrayList<>();
    List<double[][]> targets = new ArrayList<>();
    for (int episode = 0; episode < episodes; episode++) {
      double[][] seen = new double[20][4];
      double[][] meant = new double[20][];
      for (int i = 0; i < 20; i++) {
        for (int j = 0; j < 4; j++) {
          seen[i][j] = random.nextDouble(-1, 1);
        }
        double linear = 5 + 2 * seen[i][0] - seen[i][1];
        double curved = 3 * seen[i][2] * seen[i][2];
        meant[i] =
            switch (kind) {
              case "noise" -> new double[] {random.nextGaussian()};
              case "constant" -> new double[] {7};
              default -> new double[] {linear, curved};
            };
      }
      latents.add(seen);
      targets.add(meant);
    }
    return new Data(latents, targets);
  }

  private static Map<String, Double> r2(Data data, List<String> names) {
    return StateProbes.defaults(BOOTSTRAP).scores(data.latents(), data.targets(), names).stream()
        .collect(Collectors.toMap(s -> s.probe() + " of " + s.quantity(), s -> s.r2().estimate()));
  }
}
