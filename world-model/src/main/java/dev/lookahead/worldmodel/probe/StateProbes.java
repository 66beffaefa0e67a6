package dev.lookahead.worldmodel.probe;

import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Fits probes on four of five episodes and scores them on the fifth, so that no frame of a scored
 * episode was ever seen by the fit.
 *
 * @param probes what is fitted
 * @param bootstrap over the held-out episodes
 */
public record StateProbes(List<Probe> probes, Bootstrap bootstrap) {

  private static final int FOLD = 5;

  /** Copies the list. */
  public StateProbes {
    probes = List.copyOf(probes);
  }

  /** Linear, ridge, 5 nearest neighbours and a perceptron of 64 hidden units. */
  public static StateProbes defaults(Bootstrap bootstrap) {
    return new StateProbes(
        List.of(
            new RidgeProbe(false),
            new RidgeProbe(true),
            new NearestNeighboursProbe(5),
            new MlpProbe(64, 40, bootstrap.seed())),
        bootstrap);
  }

  /**
   * Scores every probe on every quantity that varies.
   *
   * @param latents per episode [frames][D]
   * @param quantities per episode [frames][Q]
   * @param names of the quantities, Q
   * @return nothing with fewer than five episodes
   */
  public List<ProbeScore> scores(
      List<double[][]> latents, List<double[][]> quantities, List<String> names) {
    List<double[][]> fitLatents = new ArrayList<>();
    List<double[][]> fitTargets = new ArrayList<>();
    List<double[][]> heldLatents = new ArrayList<>();
    List<double[][]> heldTargets = new ArrayList<>();
    for (int i = 0; i < latents.size(); i++) {
      boolean held = i % FOLD == FOLD - 1;
      (held ? heldLatents : fitLatents).add(latents.get(i));
      (held ? heldTargets : fitTargets).add(quantities.get(i));
    }
    if (heldLatents.isEmpty()) {
      return List.of();
    }
    Columns x = Columns.of(fitLatents);
    Columns y = Columns.of(fitTargets);
    double[][] inputs = x.standardized(stacked(fitLatents));
    double[][] targets = y.standardized(stacked(fitTargets));
    List<ProbeScore> scores = new ArrayList<>();
    for (Probe probe : probes) {
      UnaryOperator<double[][]> fitted = probe.fit(inputs, targets);
      List<double[][]> read = new ArrayList<>();
      for (double[][] episode : heldLatents) {
        double[][] found = fitted.apply(x.standardized(episode));
        read.add(Arrays.stream(found).map(y::restored).toArray(double[][]::new));
      }
      for (int q = 0; q < names.size(); q++) {
        if (y.varies(q)) {
          scores.add(score(probe.name(), names.get(q), q, heldTargets, read));
        }
      }
    }
    return scores;
  }

  private ProbeScore score(
      String probe, String name, int quantity, List<double[][]> truth, List<double[][]> read) {
    Interval r2 =
        bootstrap.of(truth.size(), chosen -> Errors.of(chosen, truth, read, quantity).r2());
    Interval rmse =
        bootstrap.of(truth.size(), chosen -> Errors.of(chosen, truth, read, quantity).rmse());
    return new ProbeScore(probe, name, truth.size(), r2, rmse);
  }

  private static double[][] stacked(List<double[][]> episodes) {
    return episodes.stream().flatMap(Arrays::stream).toArray(double[][]::new);
  }

  /** Sums over the frames of some episodes. */
  private record Errors(long count, double sum, double squares, double residuals) {

    static Errors of(int[] chosen, List<double[][]> truth, List<double[][]> read, int quantity) {
      long count = 0;
      double sum = 0;
      double squares = 0;
      double residuals = 0;
      for (int episode : chosen) {
        double[][] expected = truth.get(episode);
        double[][] found = read.get(episode);
        for (int i = 0; i < expected.length; i++) {
          double value = expected[i][quantity];
          double error = found[i][quantity] - value;
          count++;
          sum += value;
          squares += value * value;
          residuals += error * error;
        }
      }
      return new Errors(count, sum, squares, residuals);
    }

    double r2() {
      return 1 - residuals / (squares - sum * sum / count);
    }

    double rmse() {
      return Math.sqrt(residuals / count);
    }
  }
}
