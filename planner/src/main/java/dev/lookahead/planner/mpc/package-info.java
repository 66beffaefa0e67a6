/**
 * Model-predictive control: plan a horizon, execute its beginning, look again, plan again.
 *
 * <p>{@link dev.lookahead.planner.mpc.Mpc} is what stays the same between episodes (model, planner,
 * penalties, settings); {@link dev.lookahead.planner.mpc.MpcPolicy} is one episode toward one goal.
 * {@link dev.lookahead.planner.mpc.ContextBuffer} keeps the frames and the actions between them in
 * the rhythm the model was trained with.
 */
@NullMarked
package dev.lookahead.planner.mpc;

import org.jspecify.annotations.NullMarked;
