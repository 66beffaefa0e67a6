/**
 * Which tokens a masked pretraining hides: pure functions of grid, settings, seed, step and sample.
 *
 * <p>Traced programs need to know how many tokens there are before the first step. Published
 * collators count them per batch: they draw one block size for a step, and cut every context of the
 * batch down to the shortest. Here the few block sizes that settings allow on a grid are
 * enumerated, and for each the length of context that all but a few draws reach is measured once
 * ({@link dev.lookahead.worldmodel.masking.MaskCounts}); a sample that falls short is drawn again,
 * and a longer one loses tokens at random. That makes a small, fixed set of {@link
 * dev.lookahead.worldmodel.masking.MaskSignature}s, one program each, and close to the published
 * distribution: over a batch of 64 the shortest context is about the one that all but two in a
 * hundred draws reach.
 */
@NullMarked
package dev.lookahead.worldmodel.masking;

import org.jspecify.annotations.NullMarked;
