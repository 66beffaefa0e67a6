/**
 * What sampling planners draw from and fit: standard normal draws, white and coloured noise along
 * the horizon, a Gaussian per step and axis, and the elites it is refitted to.
 *
 * <p>Everything here works in shares of half an axis' range: zero is its middle, -1 and 1 its ends,
 * so one standard deviation suits axes of different units. Arrays are flat and row-major: {@code D
 * = M x A} values per candidate, M sampled steps of A axes. The types are mutable working storage
 * of one planning call, allocated once per plan, so that an iteration allocates nothing.
 */
@NullMarked
package dev.lookahead.planner.distribution;

import org.jspecify.annotations.NullMarked;
