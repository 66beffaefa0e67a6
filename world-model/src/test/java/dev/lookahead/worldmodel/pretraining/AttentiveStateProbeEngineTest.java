package dev.lookahead.worldmodel.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lookahead.worldmodel.probe.Probe;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.probe.RidgeProbe;
import dev.lookahead.worldmodel.probe.StateProbes;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.tensor.torchscript.TorchScriptEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AttentiveStateProbeEngineTest {

  private static final int TOKENS = 6;
  private static final int WIDTH = 8;

  /**
   * One of six tokens is marked and holds the quantity; the mean of all tokens hides it in noise.
   */
  @Test
  void attentionFindsTheTokenThatKnows() {
    SplittableRandom random = new SplittableRandom(4);
    List<double[][]> latents = new ArrayList<>();
    List<double[][]> quantities = new ArrayList<>();
    for (int episode = 0; episode < 20; episode++) {
      double[][] tokens = new double[20][TOKENS * WIDTH];
      double[][] values = new double[20][1];
      for (int frame = 0; frame < 20; frame++) {
        for (int i = 0; i < tokens[frame].length; i++) {
          tokens[frame][i] = random.nextGaussian();
        }
        int knows = random.nextInt(TOKENS);
        for (int token = 0; token < TOKENS; token++) {
          tokens[frame][token * WIDTH] = token == knows ? 3 : 0;
        }
        values[frame][0] = tokens[frame][knows * WIDTH + 1];
      }
      latents.add(tokens);
      quantities.add(values);
    }
    List<Probe> probes =
        List.of(
            new RidgeProbe(true),
            new AttentiveStateProbe(new TorchScriptEngine(), TOKENS, WIDTH, 2, 150, 5e-3f, 1));
    List<ProbeScore> scores =
        new StateProbes(probes, new Bootstrap(100, 1))
            .scores(latents, quantities, List.of("value"));

    assertThat(scores).extracting(ProbeScore::probe).containsExactly("ridge", "attentive");
    assertThat(scores.get(0).r2().estimate()).isLessThan(0.5);
    assertThat(scores.get(1).r2().estimate()).isGreaterThan(0.7);
  }
}
