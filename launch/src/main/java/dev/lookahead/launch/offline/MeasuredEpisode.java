package dev.lookahead.launch.offline;

import dev.lookahead.planner.evaluation.ScoredActions;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import dev.lookahead.worldmodel.statistics.Matrix;
import java.util.List;
import java.util.stream.Stream;

/**
 * One episode's file; its latents lie beside it as {@link KeptLatents}, their frames on a {@link
 * FrameSheet}.
 *
 * @param formatVersion of this layout
 * @param episodeSha256 the content of the episode
 * @param rollouts what was measured of the model
 * @param actions what was measured of a planner with it; empty if that was not asked for
 */
public record MeasuredEpisode(
    int formatVersion,
    String episodeSha256,
    EpisodeMeasurement rollouts,
    List<ScoredActions> actions) {

  static final int FORMAT_VERSION = 3;

  /** Copies the list. */
  public MeasuredEpisode {
    actions = List.copyOf(actions);
  }

  /** The same without its latents, of which only the width is left. */
  MeasuredEpisode described() {
    return with(new Matrix(rollouts.latents().columns(), new float[0]));
  }

  /** The same with other latents. */
  MeasuredEpisode with(Matrix latents) {
    return new MeasuredEpisode(formatVersion, episodeSha256, rollouts.with(latents), actions);
  }

  /** The numbers of the frames on its {@link FrameSheet}, from left to right. */
  List<Integer> pictured() {
    return Stream.concat(
            rollouts.shown().stream().flatMap(shown -> shown.frames().stream()),
            rollouts.sampledSteps().stream())
        .toList();
  }
}
