/**
 * iCEM, the sample-efficient cross-entropy method for real-time planning: Pinneri et al., "Sample-
 * efficient Cross-Entropy Method for Real-time Planning" (CoRL 2020).
 *
 * <p>Coloured noise, elites kept between iterations, a decaying population and the mean as a
 * candidate of the last iteration live here. Elites shifted from one plan to the next arrive as
 * proposals, because a planner has no memory: {@code .mpc} carries them.
 */
@NullMarked
package dev.lookahead.planner.icem;

import org.jspecify.annotations.NullMarked;
