package dev.lookahead.launch.offline;

import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.Forecast;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How good the model was on one episode.
 *
 * @param episode its number
 * @param frames its length
 * @param rollouts how many there were
 * @param error the mean latent distance to what came, over rollouts and distances
 * @param ofCopy the same as a share of that of copying the last latent
 * @param greatestError the mean over distances of the rollout for which it is greatest
 * @param meanRank the mean share of random actions with less energy than the recorded one
 */
public record EpisodeFigures(
    int episode,
    int frames,
    int rollouts,
    double error,
    double ofCopy,
    double greatestError,
    double meanRank) {

  /** The episodes that have rollouts, those with the greatest error first. */
  static List<EpisodeFigures> worstFirst(List<MeasuredEpisode> episodes) {
    return episodes.stream()
        .map(MeasuredEpisode::rollouts)
        .filter(measured -> !measured.starts().isEmpty())
        .map(EpisodeFigures::of)
        .sorted(
            Comparator.comparingDouble(EpisodeFigures::error)
                .reversed()
                .thenComparing(EpisodeFigures::episode))
        .toList();
  }

  private static EpisodeFigures of(EpisodeMeasurement measured) {
    double[] errors = rowMeans(measured, Forecast.MODEL);
    double error = mean(errors);
    return new EpisodeFigures(
        measured.episode(),
        measured.frames(),
        errors.length,
        error,
        error / mean(rowMeans(measured, Forecast.COPY_LAST)),
        IntStream.range(0, errors.length).mapToDouble(i -> errors[i]).max().orElse(error),
        measured.ranks().stream().mapToDouble(Float::doubleValue).average().orElse(Double.NaN));
  }

  private static double[] rowMeans(EpisodeMeasurement measured, Forecast forecast) {
    Matrix errors = Objects.requireNonNull(measured.errors().get(forecast));
    return IntStream.range(0, errors.rows()).mapToDouble(row -> mean(errors.row(row))).toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
