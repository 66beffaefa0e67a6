package dev.lookahead.bridge.realtime;

import dev.lookahead.worldmodel.Action;
import dev.lookahead.worldmodel.Observation;

/**
 * What a policy is told at one tick.
 *
 * @param tick the index of the tick
 * @param seen the newest observation that counts
 * @param executedBefore what was really sent at the tick before
 * @param asked whether an action is wanted
 * @param interrupt whether the policy's plan was not followed at the tick before
 * @param forget whether time was lost or set anew since the tick before
 */
public record Turn(
    long tick,
    Observation seen,
    Action executedBefore,
    boolean asked,
    boolean interrupt,
    boolean forget) {

  /** The same turn, only to be taken note of: a later one has come. */
  Turn unasked() {
    return new Turn(tick, seen, executedBefore, false, interrupt, forget);
  }

  /** The same turn after others were lost. */
  Turn forgetting() {
    return new Turn(tick, seen, executedBefore, asked, interrupt, true);
  }
}
