package dev.lookahead.launch.evaluation;

import dev.lookahead.sim.evaluation.Protocol;
import java.util.List;

/**
 * One set of pairs, evaluated.
 *
 * @param pairs where they come from: {@code given} in the protocol's file, or {@code fresh}
 * @param protocol with exactly the pairs that were evaluated
 * @param rows the policy under test first, then those it is compared with
 */
public record EvaluatedProtocol(String pairs, Protocol protocol, List<PolicyRow> rows) {

  /** Copies the rows. */
  public EvaluatedProtocol {
    rows = List.copyOf(rows);
  }

  /** The row of the policy under test. */
  public PolicyRow subject() {
    return rows.get(0);
  }
}
