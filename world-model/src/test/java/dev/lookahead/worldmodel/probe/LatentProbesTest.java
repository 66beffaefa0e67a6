package dev.lookahead.worldmodel.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class LatentProbesTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(100, 1);
  private static final int TOKENS = 3;

  /** Remembers what it was given, and reads nothing. */
  private static final class Listening implements Probe {

    private int width;

    @Override
    public String name() {
      return "listening";
    }

    @Override
    public UnaryOperator<double[][]> fit(double[][] latents, double[][] targets) {
      width = latents[0].length;
      return asked -> new double[asked.length][targets[0].length];
    }
  }

  private final List<double[][]> latents = new ArrayList<>();
  private final List<double[][]> quantities = new ArrayList<>();

  LatentProbesTest() {
    SplittableRandom random = new SplittableRandom(2);
    for (int episode = 0; episode < 10; episode++) {
      double[][] frames = new double[20][2 * TOKENS];
      double[][] sum = new double[20][1];
      for (int i = 0; i < frames.length; i++) {
        for (int j = 0; j < frames[i].length; j++) {
          frames[i][j] = random.nextGaussian();
          sum[i][0] += j % 2 == 0 ? frames[i][j] : 0;
        }
      }
      latents.add(frames);
      quantities.add(sum);
    }
  }

  @Test
  void plainProbesReadTheMeanOfTheTokensAndAttentiveOnesAllOfThem() {
    Listening ofMean = new Listening();
    Listening ofTokens = new Listening();
    List<Probe> plain = List.of(new RidgeProbe(false), ofMean);
    List<ProbeScore> scores =
        new LatentProbes(TOKENS, plain, List.of(ofTokens), BOOTSTRAP)
            .scores(latents, quantities, List.of("sum"));
    assertThat(scores)
        .extracting(ProbeScore::probe)
        .containsExactly("linear", "listening", "listening");
    assertThat(scores.get(0).r2().estimate()).as("the sum is in the mean").isGreaterThan(0.999);
    assertThat(ofMean.width).isEqualTo(2);
    assertThat(ofTokens.width).isEqualTo(2 * TOKENS);
  }

  @Test
  void aVectorIsReadWholeAndByNoAttentiveProbe() {
    List<ProbeScore> scores =
        LatentProbes.ofVectors(BOOTSTRAP).scores(latents, quantities, List.of("sum"));
    assertThat(scores)
        .extracting(ProbeScore::probe)
        .containsExactly("linear", "ridge", "5-NN", "MLP");
    assertThat(scores.get(0).r2().estimate()).isGreaterThan(0.999);
  }

  @Test
  void latentsThatAreNotSoManyTokensAreRefused() {
    LatentProbes four = LatentProbes.ofTokens(4, new Listening(), BOOTSTRAP);
    assertThatThrownBy(() -> four.scores(latents, quantities, List.of("sum")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("latents of 4 tokens have a multiple of as many values, got 6");
    assertThatThrownBy(() -> LatentProbes.ofTokens(0, new Listening(), BOOTSTRAP))
        .hasMessageContaining("tokens is at least 1, got 0");
  }
}
