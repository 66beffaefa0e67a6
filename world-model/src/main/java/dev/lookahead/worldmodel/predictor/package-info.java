/**
 * Dynamics in latent space: from a window of latents and the actions that follow them to the next
 * latents.
 *
 * <p>What depends on actions alone is computed first and for all steps and candidates at once
 * ({@link dev.lookahead.worldmodel.predictor.Predictor#condition}); the recurrence then only does
 * what it must.
 *
 * <p>Where the same latents and actions have several outcomes, a {@link
 * dev.lookahead.worldmodel.predictor.LatentVariable} stands for what decides between them.
 */
@NullMarked
package dev.lookahead.worldmodel.predictor;

import org.jspecify.annotations.NullMarked;
