package dev.lookahead.worldmodel;

import java.util.List;

/**
 * The context of a prediction: T observations and the T-1 action blocks executed between them,
 * earliest first. Block {@code i} leads from observation {@code i} to observation {@code i + 1}.
 *
 * @param observations T observations, at least one; the last is now
 * @param executed T-1 blocks: what was really executed, not what was planned
 */
public record History(List<Observation> observations, List<ActionBlock> executed) {

  /** Copies both lists and refuses any other ratio than T to T-1. */
  public History {
    observations = List.copyOf(observations);
    executed = List.copyOf(executed);
    if (observations.isEmpty()) {
      throw new IllegalArgumentException("a history needs at least one observation, got none");
    }
    if (executed.size() != observations.size() - 1) {
      throw new IllegalArgumentException(
          "a history of "
              + observations.size()
              + " observations has "
              + (observations.size() - 1)
              + " action blocks between them, got "
              + executed.size());
    }
  }

  /** A history of a single observation. */
  public static History of(Observation now) {
    return new History(List.of(now), List.of());
  }

  /** The newest observation. */
  public Observation now() {
    return observations.get(observations.size() - 1);
  }
}
