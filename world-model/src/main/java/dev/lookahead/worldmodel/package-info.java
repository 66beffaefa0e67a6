/**
 * The contract between a world model and everything that plans with it; plain JDK, no tensor
 * engine.
 *
 * <p>A robot observes ({@link dev.lookahead.worldmodel.Observation}), remembers its last few
 * observations and the actions between them ({@link dev.lookahead.worldmodel.History}), and wants
 * to see something ({@link dev.lookahead.worldmodel.Goal}). A {@link
 * dev.lookahead.worldmodel.WorldModel} encodes these once and hands back {@link
 * dev.lookahead.worldmodel.Rollouts}: a function from candidate {@link
 * dev.lookahead.worldmodel.ActionSequences} to one cost per candidate. Planners see nothing else.
 *
 * <p>Symbols used in every shape of this project: {@code B} batch, {@code N} candidates, {@code T}
 * context frames, {@code H} horizon in environment steps, {@code K} steps in one action block
 * (frameskip), {@code A} action dimensions, {@code D} latent dimensions.
 */
@NullMarked
package dev.lookahead.worldmodel;

import org.jspecify.annotations.NullMarked;
