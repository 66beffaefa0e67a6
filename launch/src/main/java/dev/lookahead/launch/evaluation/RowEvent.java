package dev.lookahead.launch.evaluation;

import dev.lookahead.sim.evaluation.EvaluationEvent;

/**
 * What happens in one row of an evaluation.
 *
 * @param pairs {@code given} or {@code fresh}
 * @param policy the name of the row
 * @param episodes how many episodes the row has
 * @param event what happened
 */
public record RowEvent(String pairs, String policy, int episodes, EvaluationEvent event) {}
