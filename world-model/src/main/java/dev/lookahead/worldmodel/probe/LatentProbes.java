package dev.lookahead.worldmodel.probe;

import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.util.ArrayList;
import java.util.List;

/**
 * What the latents of frames know of the true state. A latent may be one vector, or the patch
 * tokens of a frame one after another (Zhou et al. 2025, DINO-WM); plain probes then read their
 * mean, which is as wide as a token.
 *
 * @param tokens that a latent is made of, N; 1 for one vector
 * @param ofMean probes that read the mean of the tokens, or the vector itself
 * @param ofTokens probes that read all tokens; none for one vector
 * @param bootstrap over the held-out episodes
 */
public record LatentProbes(
    int tokens, List<Probe> ofMean, List<Probe> ofTokens, Bootstrap bootstrap) {

  /** Copies the lists and checks that there are tokens. */
  public LatentProbes {
    if (tokens < 1) {
      throw new IllegalArgumentException("tokens is at least 1, got " + tokens);
    }
    ofMean = List.copyOf(ofMean);
    ofTokens = List.copyOf(ofTokens);
  }

  /** The default ones of {@link StateProbes} for latents that are one vector. */
  public static LatentProbes ofVectors(Bootstrap bootstrap) {
    return new LatentProbes(1, StateProbes.defaults(bootstrap).probes(), List.of(), bootstrap);
  }

  /**
   * The default ones of {@link StateProbes} for the mean of patch tokens, and one for all of them.
   *
   * @param attentive what attends to the tokens
   */
  public static LatentProbes ofTokens(int tokens, Probe attentive, Bootstrap bootstrap) {
    return new LatentProbes(
        tokens, StateProbes.defaults(bootstrap).probes(), List.of(attentive), bootstrap);
  }

  /**
   * Scores every probe on every quantity that varies, as {@link StateProbes} does.
   *
   * @param latents per episode [frames][N D]
   * @param quantities per episode [frames][Q]
   * @param names of the quantities, Q
   * @return nothing with fewer than five episodes
   * @throws IllegalArgumentException if latents are not N tokens of one width
   */
  public List<ProbeScore> scores(
      List<double[][]> latents, List<double[][]> quantities, List<String> names) {
    List<double[][]> means = tokens == 1 ? latents : latents.stream().map(this::means).toList();
    List<ProbeScore> scores =
        new ArrayList<>(new StateProbes(ofMean, bootstrap).scores(means, quantities, names));
    scores.addAll(new StateProbes(ofTokens, bootstrap).scores(latents, quantities, names));
    return scores;
  }

  private double[][] means(double[][] rows) {
    double[][] means = new double[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      int width = rows[row].length / tokens;
      if (width * tokens != rows[row].length) {
        throw new IllegalArgumentException(
            "latents of %d tokens have a multiple of as many values, got %d"
                .formatted(tokens, rows[row].length));
      }
      means[row] = new double[width];
      for (int i = 0; i < rows[row].length; i++) {
        means[row][i % width] += rows[row][i] / tokens;
      }
    }
    return means;
  }
}
