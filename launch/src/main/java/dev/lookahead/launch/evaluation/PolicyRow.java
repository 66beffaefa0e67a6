package dev.lookahead.launch.evaluation;

import dev.lookahead.sim.evaluation.EpisodeResult;
import dev.lookahead.sim.evaluation.EvaluationSummary;
import java.util.List;

/**
 * What came of one policy on one set of pairs.
 *
 * @param policy its name, for example {@code two-room + iCEM} or {@code random}
 * @param results one per episode, in order; at least one
 */
public record PolicyRow(String policy, List<EpisodeResult> results) {

  /** Copies the results. */
  public PolicyRow {
    results = List.copyOf(results);
  }

  /** The row of the table. */
  public EvaluationSummary summary() {
    return EvaluationSummary.of(results);
  }
}
