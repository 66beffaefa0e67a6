package dev.lookahead.worldmodel.evaluation.rollout;

import dev.lookahead.worldmodel.evaluation.CollapseCheck;
import dev.lookahead.worldmodel.evaluation.ParticipationRatio;
import dev.lookahead.worldmodel.probe.LatentProbes;
import dev.lookahead.worldmodel.probe.ProbeScore;
import dev.lookahead.worldmodel.statistics.Bootstrap;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The frames whose latents and states were kept, over all episodes. */
final class SampledFrames {

  private static final int MAX_WIDE = 1024;

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

  List<ProbeScore> scores(LatentProbes probes) {
    return stateNames.isEmpty() ? List.of() : probes.scores(latents, states, stateNames);
  }

  /**
   * The latents of all frames, or of {@value #MAX_WIDE} spread evenly if they are wide: their
   * spectrum takes the third power of frames or width, whichever is less.
   */
  private float[] flat() {
    List<double[]> rows = latents.stream().flatMap(Arrays::stream).toList();
    int width = rows.get(0).length;
    int most = width > MAX_WIDE ? MAX_WIDE : rows.size();
    int[] chosen = Spread.over(0, rows.size() - 1, most);
    float[] flat = new float[chosen.length * width];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) rows.get(chosen[i / width])[i % width];
    }
    return flat;
  }
}
