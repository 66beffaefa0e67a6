package dev.lookahead.launch;

import java.util.List;

/** Settings of {@code rollout} that take a moment per episode. */
public final class SmallMeasurement {

  /** As typed. */
  public static final List<String> SETTINGS =
      List.of(
          "measure.startsPerEpisode=2",
          "measure.blocksAhead=3",
          "measure.candidates=10",
          "measure.landscapeSide=3",
          "measure.samplesPerEpisode=8",
          "actionScore.starts=1",
          "actionScore.planner.search.samples=16",
          "actionScore.planner.search.elites=4",
          "actionScore.planner.search.iterations=2");

  private SmallMeasurement() {}
}
