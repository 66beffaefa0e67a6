/**
 * Learning to see without labels or actions: tokens of a picture or clip are predicted from others,
 * in latent space (I-JEPA, Assran et al. 2023; V-JEPA, Bardes et al. 2024; LeJEPA, Balestriero and
 * LeCun 2025).
 *
 * <p>{@link dev.lookahead.worldmodel.pretraining.MaskedObjective} is the idea, {@link
 * dev.lookahead.worldmodel.pretraining.MaskedTask} gives it data and masks for the training loop,
 * {@link dev.lookahead.worldmodel.episode.PixelSource} is where pixels come from.
 */
@NullMarked
package dev.lookahead.worldmodel.pretraining;

import org.jspecify.annotations.NullMarked;
