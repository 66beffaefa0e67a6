package dev.lookahead.launch.offline;

import dev.lookahead.planner.evaluation.ScoredActions;
import dev.lookahead.worldmodel.episode.DataException;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.Forecast;
import dev.lookahead.worldmodel.evaluation.rollout.Surprise;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import dev.lookahead.worldmodel.statistics.Roc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two models on the same episodes, figure by figure, with the interval of the paired difference
 * over episodes. Latent spaces differ between models, so that only figures without the unit of a
 * latent are compared.
 *
 * @param first the name of the first model
 * @param second the name of the second
 * @param rows one per figure
 */
public record Comparison(String first, String second, List<Row> rows) {

  private static final int RESAMPLES = 1_000;
  private static final double RANK = 0.1;

  /** Copies the rows. */
  public Comparison {
    rows = List.copyOf(rows);
  }

  /**
   * One figure.
   *
   * @param figure what it is
   * @param lowerIsBetter whether less is better
   * @param first of the first model
   * @param second of the second model
   * @param difference second minus first
   * @param verdict which is better, only where the interval excludes zero
   */
  public record Row(
      String figure,
      boolean lowerIsBetter,
      double first,
      double second,
      Interval difference,
      Better verdict) {}

  /** Which of two models is better. */
  public enum Better {
    /** The first. */
    FIRST,
    /** The second. */
    SECOND,
    /** Nothing can be said. */
    NEITHER
  }

  /**
   * Compares two complete folders.
   *
   * @throws DataException if they are not of the same episodes measured alike; names what differs
   */
  public static Comparison of(MeasurementFolder first, MeasurementFolder second) {
    requireSame(first, second);
    List<MeasuredEpisode> one = first.episodes();
    List<MeasuredEpisode> other = second.episodes();
    requireSameContent(second, one, other);
    Bootstrap bootstrap = new Bootstrap(RESAMPLES, first.conditions().measure().seed());
    List<Row> rows = new ArrayList<>();
    for (Figure figure : figures(first.conditions())) {
      ToDoubleFunction<int[]> a = figure.over(one);
      ToDoubleFunction<int[]> b = figure.over(other);
      Interval difference =
          bootstrap.of(one.size(), chosen -> b.applyAsDouble(chosen) - a.applyAsDouble(chosen));
      int[] all = IntStream.range(0, one.size()).toArray();
      rows.add(
          new Row(
              figure.name(),
              figure.lowerIsBetter(),
              a.applyAsDouble(all),
              b.applyAsDouble(all),
              difference,
              better(difference, figure.lowerIsBetter())));
    }
    return new Comparison(first.conditions().model(), second.conditions().model(), rows);
  }

  private static Better better(Interval difference, boolean lowerIsBetter) {
    if (difference.below(0)) {
      return lowerIsBetter ? Better.SECOND : Better.FIRST;
    }
    if (difference.above(0)) {
      return lowerIsBetter ? Better.FIRST : Better.SECOND;
    }
    return Better.NEITHER;
  }

  private static void requireSame(MeasurementFolder first, MeasurementFolder second) {
    MeasurementConditions a = first.conditions();
    MeasurementConditions b = second.conditions();
    require(second, "the dataset", a.outlineSha256(), b.outlineSha256());
    require(second, "the number of episodes", a.episodes(), b.episodes());
    require(second, "measure", a.measure(), b.measure());
    require(second, "actionScore", a.actionScore(), b.actionScore());
    require(
        second,
        "the episodes that could not be read",
        first.refused().stream().map(RefusedEpisode::episode).toList(),
        second.refused().stream().map(RefusedEpisode::episode).toList());
    require(second, "the block of the model", a.blockSteps(), b.blockSteps());
  }

  private static void requireSameContent(
      MeasurementFolder second, List<MeasuredEpisode> one, List<MeasuredEpisode> other) {
    for (int i = 0; i < one.size(); i++) {
      require(
          second,
          "the content of episode " + one.get(i).rollouts().episode(),
          one.get(i).episodeSha256(),
          other.get(i).episodeSha256());
    }
  }

  private static void require(MeasurementFolder second, String what, Object a, Object b) {
    if (!Objects.equals(a, b)) {
      throw new DataException(
          second.path(),
          "models are compared on the same episodes measured alike; %s is %s in the first and %s here"
              .formatted(what, a, b));
    }
  }

  /** A figure over some of the episodes. */
  private record Figure(
      String name,
      boolean lowerIsBetter,
      Function<List<MeasuredEpisode>, ToDoubleFunction<int[]>> function) {

    ToDoubleFunction<int[]> over(List<MeasuredEpisode> episodes) {
      return function.apply(episodes);
    }
  }

  private static List<Figure> figures(MeasurementConditions conditions) {
    List<Figure> figures = new ArrayList<>();
    int ahead = conditions.measure().blocksAhead();
    for (int blocks : IntStream.of(1, (ahead + 1) / 2, ahead).distinct().toArray()) {
      figures.add(
          new Figure(
              "error as a share of copying, %d steps ahead"
                  .formatted(blocks * conditions.blockSteps()),
              true,
              episodes ->
                  ratio(
                      episodes,
                      e -> sum(e.rollouts(), Forecast.MODEL, blocks),
                      e -> sum(e.rollouts(), Forecast.COPY_LAST, blocks))));
    }
    figures.add(
        new Figure(
            "recorded action among the best 10 % of random ones",
            false,
            episodes ->
                ratio(
                    episodes,
                    e -> e.rollouts().ranks().stream().filter(r -> r < RANK).count(),
                    e -> e.rollouts().ranks().size())));
    if (!conditions.actionScore().isEmpty()) {
      for (int i = 0; i < conditions.actionAxes().size(); i++) {
        int axis = i;
        figures.add(
            new Figure(
                "skill of planned actions, " + conditions.actionAxes().get(i).name(),
                false,
                episodes -> {
                  ToDoubleFunction<int[]> error =
                      ratio(
                          episodes,
                          e -> sum(e, ScoredActions::planned, axis),
                          e -> sum(e, ScoredActions::random, axis));
                  return chosen -> 1 - error.applyAsDouble(chosen);
                }));
      }
    }
    figures.add(
        new Figure("ROC area of surprise at teleports", false, e -> roc(e, Surprise::teleported)));
    figures.add(
        new Figure(
            "ROC area of surprise at swapped frames", false, e -> roc(e, Surprise::swapped)));
    return figures;
  }

  private static ToDoubleFunction<int[]> ratio(
      List<MeasuredEpisode> episodes,
      ToDoubleFunction<MeasuredEpisode> above,
      ToDoubleFunction<MeasuredEpisode> below) {
    double[] a = episodes.stream().mapToDouble(above).toArray();
    double[] b = episodes.stream().mapToDouble(below).toArray();
    return chosen ->
        Arrays.stream(chosen).mapToDouble(i -> a[i]).sum()
            / Arrays.stream(chosen).mapToDouble(i -> b[i]).sum();
  }

  private static double sum(EpisodeMeasurement episode, Forecast forecast, int blocks) {
    Matrix errors = episode.errors().get(forecast);
    return errors == null ? 0 : Arrays.stream(errors.column(blocks - 1)).sum();
  }

  private static double sum(
      MeasuredEpisode episode, Function<ScoredActions, Matrix> part, int axis) {
    return episode.actions().stream()
        .mapToDouble(scored -> Arrays.stream(part.apply(scored).column(axis)).sum())
        .sum();
  }

  private static ToDoubleFunction<int[]> roc(
      List<MeasuredEpisode> episodes, Function<Surprise, List<Float>> edited) {
    return new Roc(scores(episodes, Surprise::recorded), scores(episodes, edited));
  }

  private static double[][] scores(
      List<MeasuredEpisode> episodes, Function<Surprise, List<Float>> part) {
    return episodes.stream()
        .map(e -> part.apply(e.rollouts().surprise()).stream().mapToDouble(f -> f).toArray())
        .toArray(double[][]::new);
  }
}
