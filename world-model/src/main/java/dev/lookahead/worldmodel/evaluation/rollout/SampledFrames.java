package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.evaluation.CollapseCheck;
import dev.lookahead.worldmodel.evaluation.ParticipationRatio;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.probe.StateProbes;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.util.List;
import java.util.stream.IntStream;

/** The frames whose latents and states were kept, over all episodes. */
final class SampledFrames {

  private final List<EpisodeMeasurement> episodes;
  private final List<double[][]> latents;
  private final List<double[][]> states;
  private final List<String> stateNames;
  private final Bootstrap bootstrap;

  SampledFrames(List<EpisodeMeasurement> episodes, Bootstrap bootstrap) {
    this.episodes = episodes;
    this.bootstrap = bootstrap;
    this.latents = episodes.stream().map(SampledFrames::latents).toList();
    this.states = episodes.stream().map(SampledFrames::states).toList();
    this.stateNames = List.copyOf(episodes.get(0).states().keySet());
  }

  private static double[][] latents(EpisodeMeasurement episode) {
    return IntStream.range(0, episode.latents().rows())
        .mapToObj(episode.latents()::row)
        .toArray(double[][]::new);
  }

  /** Per frame the values of all state axes. */
  private static double[][] states(EpisodeMeasurement episode) {
    List<List<Float>> axes = List.copyOf(episode.states().values());
    return IntStream.range(0, episode.latents().rows())
        .mapToObj(i -> axes.stream().mapToDouble(axis -> axis.get(i)).toArray())
        .toArray(double[][]::new);
  }

  Geometry geometry() {
    float[] flat = flat();
    int width = latents.get(0)[0].length;
    double[][] straightness =
        episodes.stream()
            .map(e -> e.straightness().stream().mapToDouble(Float::doubleValue).toArray())
            .toArray(double[][]::new);
    FramePairs pairs = new FramePairs(latents, states, bootstrap.seed());
    return new Geometry(
        width,
        flat.length / width,
        CollapseCheck.defaults().check(flat, width),
        ParticipationRatio.of(flat, width) / width,
        bootstrap.mean(straightness),
        bootstrap.mean(pairs.latentDistances()),
        stateNames.isEmpty()
            ? List.of()
            : List.of(bootstrap.of(episodes.size(), pairs.correlation())));
  }

  List<ProbeScore> probes() {
    return stateNames.isEmpty()
        ? List.of()
        : StateProbes.defaults(bootstrap).scores(latents, states, stateNames);
  }

  private float[] flat() {
    int width = latents.get(0)[0].length;
    int rows = latents.stream().mapToInt(rowsOfOne -> rowsOfOne.length).sum();
    float[] flat = new float[rows * width];
    int at = 0;
    for (EpisodeMeasurement episode : episodes) {
      float[] values = episode.latents().values();
      System.arraycopy(values, 0, flat, at, values.length);
      at += values.length;
    }
    return flat;
  }
}
