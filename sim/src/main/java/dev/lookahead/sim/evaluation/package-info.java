/**
 * Closed-loop evaluation: how often a policy reaches the goal, measured the way it is published.
 *
 * <p>A {@link dev.lookahead.sim.evaluation.Protocol} fixes the pairs of start and goal and the
 * budget of steps; {@link dev.lookahead.sim.evaluation.ProtocolFile} reads published ones, and a
 * {@link dev.lookahead.sim.evaluation.PairSource} draws fresh ones of the same kind. {@link
 * dev.lookahead.sim.evaluation.ClosedLoopEvaluation} runs the same {@link
 * dev.lookahead.bridge.ControlLoop} as a robot does, for exactly the budget, and records an {@link
 * dev.lookahead.sim.evaluation.EpisodeResult} each; {@link
 * dev.lookahead.sim.evaluation.EvaluationSummary} is a row of the table: the model, and beside it
 * the random floor, the expert and, as {@link dev.lookahead.sim.evaluation.OracleModel}, a planner
 * that knows the true dynamics.
 *
 * <p>Published numbers differ mostly by what they count. Here success is always reported twice:
 * <em>ever</em>, the criterion held after some step (stable-worldmodel), and <em>final</em>, it
 * held after the last one (eb_jepa, jepa-wms).
 */
@NullMarked
package dev.lookahead.sim.evaluation;

import org.jspecify.annotations.NullMarked;
