package dev.lookahead.planner.evaluation;

import dev.lookahead.worldmodel.ActionAxis;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The action score along one axis.
 *
 * @param axis its name
 * @param unit of the errors
 * @param planned the mean absolute difference between planned and recorded actions
 * @param random that of random actions
 * @param still that of doing nothing
 * @param skill 1 minus planned over random: 1 for a planner that repeats the recording, 0 for one
 *     that knows nothing
 */
public record AxisScore(
    String axis, String unit, Interval planned, Interval random, Interval still, Interval skill) {

  /**
   * The scores of all axes.
   *
   * @param episodes with at least one start between them; those without are ignored
   */
  public static List<AxisScore> of(
      List<ScoredActions> episodes, List<ActionAxis> axes, Bootstrap bootstrap) {
    List<ScoredActions> scored = episodes.stream().filter(e -> !e.starts().isEmpty()).toList();
    if (scored.isEmpty()) {
      return List.of();
    }
    List<AxisScore> scores = new ArrayList<>();
    for (int i = 0; i < axes.size(); i++) {
      double[][] planned = column(scored, ScoredActions::planned, i);
      double[][] random = column(scored, ScoredActions::random, i);
      scores.add(
          new AxisScore(
              axes.get(i).name(),
              axes.get(i).unit(),
              bootstrap.mean(planned),
              bootstrap.mean(random),
              bootstrap.mean(column(scored, ScoredActions::still, i)),
              bootstrap.of(
                  scored.size(), chosen -> 1 - sum(planned, chosen) / sum(random, chosen))));
    }
    return scores;
  }

  private static double[][] column(
      List<ScoredActions> episodes, Function<ScoredActions, Matrix> part, int axis) {
    return episodes.stream().map(e -> part.apply(e).column(axis)).toArray(double[][]::new);
  }

  private static double sum(double[][] values, int[] chosen) {
    double sum = 0;
    for (int episode : chosen) {
      sum += Arrays.stream(values[episode]).sum();
    }
    return sum;
  }
}
