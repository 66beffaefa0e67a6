package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.descriptive.rank.Percentile;

/** The errors of all episodes, distance by distance. */
final class DriftCurve {

  private static final double[] QUANTILES = {10, 50, 90};

  private final List<EpisodeMeasurement> episodes;
  private final Bootstrap bootstrap;

  /** Of episodes that all have rollouts. */
  DriftCurve(List<EpisodeMeasurement> episodes, Bootstrap bootstrap) {
    this.episodes = episodes;
    this.bootstrap = bootstrap;
  }

  /** One point per distance, nearest first; none without rollouts. */
  List<HorizonPoint> points(double randomDistance) {
    if (episodes.isEmpty()) {
      return List.of();
    }
    int ahead = matrix(episodes.get(0), Forecast.MODEL).columns();
    return IntStream.range(0, ahead).mapToObj(index -> point(index, randomDistance)).toList();
  }

  private HorizonPoint point(int index, double randomDistance) {
    double[][] model = columns(Forecast.MODEL, index);
    double[][] copy = columns(Forecast.COPY_LAST, index);
    double[][] gain = new double[model.length][];
    for (int i = 0; i < gain.length; i++) {
      gain[i] = new double[model[i].length];
      for (int j = 0; j < gain[i].length; j++) {
        gain[i][j] = copy[i][j] - model[i][j];
      }
    }
    Interval error = bootstrap.mean(model);
    Percentile percentile = new Percentile();
    percentile.setData(Arrays.stream(model).flatMapToDouble(Arrays::stream).toArray());
    return new HorizonPoint(
        index + 1,
        error,
        Arrays.stream(QUANTILES).mapToObj(percentile::evaluate).toList(),
        bootstrap.mean(copy),
        bootstrap.mean(gain),
        ratio(model, copy),
        new Interval(
            error.estimate() / randomDistance,
            error.low() / randomDistance,
            error.high() / randomDistance));
  }

  /** The mean error of a forecast over all distances against that of the model. */
  Counterfactual counterfactual(Forecast forecast) {
    double[][] model =
        episodes.stream().map(e -> means(e, Forecast.MODEL)).toArray(double[][]::new);
    double[][] other = episodes.stream().map(e -> means(e, forecast)).toArray(double[][]::new);
    double[][] excess = new double[model.length][];
    for (int i = 0; i < model.length; i++) {
      excess[i] = new double[model[i].length];
      for (int j = 0; j < excess[i].length; j++) {
        excess[i][j] = other[i][j] - model[i][j];
      }
    }
    return new Counterfactual(forecast, bootstrap.mean(excess), ratio(other, model));
  }

  private Interval ratio(double[][] numerator, double[][] denominator) {
    double[] above = sums(numerator);
    double[] below = sums(denominator);
    return bootstrap.of(
        above.length,
        chosen -> {
          double a = 0;
          double b = 0;
          for (int i : chosen) {
            a += above[i];
            b += below[i];
          }
          return a / b;
        });
  }

  private static double[] sums(double[][] clusters) {
    return Arrays.stream(clusters).mapToDouble(c -> Arrays.stream(c).sum()).toArray();
  }

  private double[][] columns(Forecast forecast, int index) {
    return episodes.stream()
        .map(episode -> matrix(episode, forecast).column(index))
        .toArray(double[][]::new);
  }

  /** Per rollout the mean over distances. */
  private static double[] means(EpisodeMeasurement episode, Forecast forecast) {
    Matrix errors = matrix(episode, forecast);
    return IntStream.range(0, errors.rows())
        .mapToDouble(row -> Arrays.stream(errors.row(row)).average().orElse(Double.NaN))
        .toArray();
  }

  private static Matrix matrix(EpisodeMeasurement episode, Forecast forecast) {
    Matrix errors = episode.errors().get(forecast);
    if (errors == null) {
      throw new IllegalArgumentException(
          "episode %d has no errors of the forecast %s".formatted(episode.episode(), forecast));
    }
    return errors;
  }
}
