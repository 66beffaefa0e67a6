package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.probe.LatentProbes;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import dev.lookahead.worldmodel.statistics.Interval;
import dev.lookahead.worldmodel.statistics.Matrix;
import dev.lookahead.worldmodel.statistics.Roc;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What the measurements of all episodes say about a model.
 *
 * @param episodes how many were measured
 * @param tooShort how many of them were too short for a rollout
 * @param rollouts how many rollouts there were
 * @param curve errors by distance, nearest first
 * @param horizon how far the model can be trusted
 * @param counterfactuals what other actions do to the error
 * @param ranks how often the recorded action is among the best
 * @param landscape the mean energy around the recorded action; absent without rollouts
 * @param teleports the area under the ROC curve of surprise at teleports; 0.5 is chance
 * @param swaps the same at swapped frames
 * @param geometry the shape of the latents
 * @param probes what the latents know about the state
 */
public record RolloutSummary(
    int episodes,
    int tooShort,
    int rollouts,
    List<HorizonPoint> curve,
    TrustedHorizon horizon,
    List<Counterfactual> counterfactuals,
    List<RankShare> ranks,
    List<Matrix> landscape,
    Interval teleports,
    Interval swaps,
    Geometry geometry,
    List<ProbeScore> probes) {

  private static final double[] RANK_PERCENTS = {1, 5, 10, 25};

  /** Copies the lists. */
  public RolloutSummary {
    curve = List.copyOf(curve);
    counterfactuals = List.copyOf(counterfactuals);
    ranks = List.copyOf(ranks);
    landscape = List.copyOf(landscape);
    probes = List.copyOf(probes);
  }

  /**
   * Summarises.
   *
   * @param measurements of different episodes of one dataset by one model with equal settings, at
   *     least one, in any order
   * @param probes what the latents are asked; its bootstrap is that of all intervals
   * @throws IllegalArgumentException if there is none
   */
  public static RolloutSummary of(List<EpisodeMeasurement> measurements, LatentProbes probes) {
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException("a summary needs at least one episode, got none");
    }
    Bootstrap bootstrap = probes.bootstrap();
    List<EpisodeMeasurement> ordered =
        measurements.stream().sorted(Comparator.comparingInt(EpisodeMeasurement::episode)).toList();
    List<EpisodeMeasurement> rolled =
        ordered.stream().filter(episode -> !episode.starts().isEmpty()).toList();
    SampledFrames frames = new SampledFrames(ordered, bootstrap);
    Geometry geometry = frames.geometry();
    DriftCurve drift = new DriftCurve(rolled, bootstrap);
    List<HorizonPoint> curve = drift.points(geometry.randomDistance().estimate());
    return new RolloutSummary(
        ordered.size(),
        ordered.size() - rolled.size(),
        rolled.stream().mapToInt(episode -> episode.starts().size()).sum(),
        curve,
        TrustedHorizon.of(curve),
        rolled.isEmpty()
            ? List.of()
            : List.of(
                drift.counterfactual(Forecast.SHUFFLED_ACTIONS),
                drift.counterfactual(Forecast.ZERO_ACTIONS),
                drift.counterfactual(Forecast.RANDOM_ACTIONS)),
        rolled.isEmpty() ? List.of() : ranks(rolled, bootstrap),
        landscape(rolled),
        detection(ordered, Surprise::teleported, bootstrap),
        detection(ordered, Surprise::swapped, bootstrap),
        geometry,
        frames.scores(probes));
  }

  /**
   * Whether fewer than two episodes had rollouts: intervals come from differences between episodes,
   * so that nothing is known beyond chance.
   */
  public boolean tooFew() {
    return episodes - tooShort < 2;
  }

  private static List<RankShare> ranks(List<EpisodeMeasurement> rolled, Bootstrap bootstrap) {
    List<RankShare> shares = new ArrayList<>();
    for (double percent : RANK_PERCENTS) {
      double[][] among =
          rolled.stream()
              .map(e -> e.ranks().stream().mapToDouble(r -> 100 * r < percent ? 1 : 0).toArray())
              .toArray(double[][]::new);
      shares.add(new RankShare(percent, bootstrap.mean(among)));
    }
    return shares;
  }

  private static List<Matrix> landscape(List<EpisodeMeasurement> rolled) {
    List<Matrix> each = rolled.stream().flatMap(e -> e.landscape().stream()).toList();
    return each.isEmpty() ? List.of() : List.of(Matrix.mean(each));
  }

  private static Interval detection(
      List<EpisodeMeasurement> episodes,
      Function<Surprise, List<Float>> edited,
      Bootstrap bootstrap) {
    return bootstrap.of(
        episodes.size(), new Roc(scores(episodes, Surprise::recorded), scores(episodes, edited)));
  }

  private static double[][] scores(
      List<EpisodeMeasurement> episodes, Function<Surprise, List<Float>> part) {
    return episodes.stream()
        .map(e -> part.apply(e.surprise()).stream().mapToDouble(Float::doubleValue).toArray())
        .toArray(double[][]::new);
  }
}
