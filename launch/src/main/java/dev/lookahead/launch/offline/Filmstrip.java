package dev.lookahead.launch.offline;

import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.evaluation.rollout.Forecast;
import dev.lookahead.worldmodel.evaluation.rollout.PredictedRollout;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model thinks comes next, in pictures: a latent has none, but the recording has a frame
 * whose latent is nearest (as DINO-WM and LeWM look at their predictions without a decoder). The
 * frames to choose from are those kept of all episodes, and the one that really came.
 *
 * @param episode its number
 * @param start the step it began at; of all rollouts of the episode the one with the greatest error
 * @param steps what came, nearest first
 */
public record Filmstrip(int episode, int start, List<Step> steps) {

  /** So many films, if there are as many, are of the worst episodes; the others are typical. */
  public static final int WORST = 8;

  private static final int TYPICAL = 4;

  /** Copies the list. */
  public Filmstrip {
    steps = List.copyOf(steps);
  }

  /**
   * One predicted latent.
   *
   * @param blocks how far ahead, in action blocks
   * @param frame the number of the frame that came
   * @param error the distance of its latent to the predicted one
   * @param nearestEpisode the episode of the frame with the nearest latent
   * @param nearestFrame its number
   * @param nearestDistance of its latent to the predicted one
   */
  public record Step(
      int blocks,
      int frame,
      double error,
      int nearestEpisode,
      int nearestFrame,
      double nearestDistance) {}

  /** Whether the model thought of the very frame that came. */
  public boolean foreseen(Step step) {
    return step.nearestEpisode() == episode && step.nearestFrame() == step.frame();
  }

  /**
   * The worst episodes, then those in the middle.
   *
   * @param worstFirst all that have rollouts
   */
  static List<Filmstrip> chosen(List<MeasuredEpisode> episodes, List<EpisodeFigures> worstFirst) {
    int worst = Math.min(WORST, worstFirst.size());
    int middle = Math.max(worst, (worstFirst.size() - TYPICAL + 1) / 2);
    Map<Integer, EpisodeMeasurement> byNumber =
        episodes.stream()
            .map(MeasuredEpisode::rollouts)
            .collect(Collectors.toMap(EpisodeMeasurement::episode, rollouts -> rollouts));
    return Stream.concat(
            worstFirst.stream().limit(worst), worstFirst.stream().skip(middle).limit(TYPICAL))
        .map(figures -> Objects.requireNonNull(byNumber.get(figures.episode())))
        .flatMap(measured -> measured.shown().stream().map(s -> of(episodes, measured, s)))
        .toList();
  }

  private static Filmstrip of(
      List<MeasuredEpisode> episodes, EpisodeMeasurement measured, PredictedRollout shown) {
    Matrix errors = Objects.requireNonNull(measured.errors().get(Forecast.MODEL));
    int row = measured.starts().indexOf(shown.start());
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < shown.blocks().size(); i++) {
      int blocks = shown.blocks().get(i);
      int frame = shown.frames().get(i + 1);
      double error = errors.get(row, blocks - 1);
      Step nearest = new Step(blocks, frame, error, measured.episode(), frame, error);
      steps.add(nearest(episodes, shown.latents().row(i), nearest));
    }
    return new Filmstrip(measured.episode(), shown.start(), steps);
  }

  private static Step nearest(List<MeasuredEpisode> episodes, double[] latent, Step came) {
    Step best = came;
    for (MeasuredEpisode other : episodes) {
      EpisodeMeasurement measured = other.rollouts();
      for (int i = 0; i < measured.sampledSteps().size(); i++) {
        double distance = distance(latent, measured.latents(), i);
        if (distance < best.nearestDistance()) {
          best =
              new Step(
                  came.blocks(),
                  came.frame(),
                  came.error(),
                  measured.episode(),
                  measured.sampledSteps().get(i),
                  distance);
        }
      }
    }
    return best;
  }

  private static double distance(double[] latent, Matrix latents, int row) {
    double sum = 0;
    for (int i = 0; i < latent.length; i++) {
      double difference = latent[i] - latents.get(row, i);
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }
}
