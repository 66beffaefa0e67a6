/**
 * How good a model's predictions are on recorded episodes, before a robot moves.
 *
 * <p>A {@link dev.lookahead.worldmodel.evaluation.rollout.LatentModel} is a model seen from inside:
 * frames to latents, latents and actions to predicted latents. {@link
 * dev.lookahead.worldmodel.evaluation.rollout.EpisodeMeasurement#of} measures one episode, as a
 * pure function of model, recording and seed: episodes can be measured anywhere and in any order.
 * {@link dev.lookahead.worldmodel.evaluation.rollout.RolloutSummary} turns the measurements of all
 * episodes into figures with intervals, with whole episodes as the units of chance.
 */
@NullMarked
package dev.lookahead.worldmodel.evaluation.rollout;

import org.jspecify.annotations.NullMarked;
