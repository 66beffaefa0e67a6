/**
 * What training minimises: one file per idea, each with its paper and equation.
 *
 * <p>Everything predicts in latent space, so a constant latent would be a perfect answer. What
 * keeps the encoder from that is chosen by weights: a slowly moving target encoder ({@link
 * dev.lookahead.worldmodel.objective.TargetEncoder}), a Gaussian prior ({@link
 * dev.lookahead.worldmodel.objective.SigReg}), or variance and covariance terms ({@link
 * dev.lookahead.worldmodel.objective.VicReg}) with time similarity and inverse dynamics. {@link
 * dev.lookahead.worldmodel.objective.JepaObjective} adds them up.
 *
 * <p>Latents of a batch of clips are [B, F, D]: batch, frames, dimensions. Every loss is a scalar.
 */
@NullMarked
package dev.lookahead.worldmodel.objective;

import org.jspecify.annotations.NullMarked;
