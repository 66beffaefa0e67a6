/**
 * What a person and a script get of a closed-loop evaluation.
 *
 * <p>{@link dev.lookahead.launch.evaluation.EvaluatedProtocol} holds the results: one {@link
 * dev.lookahead.launch.evaluation.PolicyRow} per policy, the one under test first, the random floor
 * and the expert beside it. The others turn it into files: {@link
 * dev.lookahead.launch.evaluation.EpisodeLines} one line per episode, {@link
 * dev.lookahead.launch.evaluation.SummaryTree} the numbers, {@link
 * dev.lookahead.launch.evaluation.ResultTable} a table for the terminal.
 */
@NullMarked
package dev.lookahead.launch.evaluation;

import org.jspecify.annotations.NullMarked;
