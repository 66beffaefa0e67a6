/**
 * Scenes with something in them that does not matter: a texture over everything, and discs that
 * drift about on their own. What was learned from pixels can then be asked whether it knows the
 * robot or the noise (Sobal et al. 2022, arXiv 2211.10831, ask joint-embedding architectures this).
 */
@NullMarked
package dev.lookahead.sim.distraction;

import org.jspecify.annotations.NullMarked;
