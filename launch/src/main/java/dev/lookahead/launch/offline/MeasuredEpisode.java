package dev.lookahead.launch.offline;

import dev.lookahead.planner.evaluation.ScoredActions;
import dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement;
import java.util.List;

/**
 * One episode's file.
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

  static final int FORMAT_VERSION = 1;

  /** Copies the list. */
  public MeasuredEpisode {
    actions = List.copyOf(actions);
  }
}
