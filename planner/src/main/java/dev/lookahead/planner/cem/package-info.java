/**
 * The cross-entropy method: sample around a Gaussian, refit it to the elites, repeat.
 *
 * <p>Rubinstein and Kroese, "The Cross-Entropy Method" (2004); as a planner on learned dynamics in
 * PETS (Chua et al. 2018), and what LeWorldModel, DINO-WM and V-JEPA 2-AC plan with.
 */
@NullMarked
package dev.lookahead.planner.cem;

import org.jspecify.annotations.NullMarked;
