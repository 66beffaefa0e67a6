/**
 * Two-Room, the navigation benchmark of stable-worldmodel ({@code swm/TwoRoom-v1}): a dot in one of
 * two rooms, joined by a door, must get to a place in either.
 *
 * <p>Positions are pixels of the published 224x224 image, x right, y down, whatever size is
 * rendered. Arithmetic is single precision in the published order, so that trajectories agree to
 * the last bit.
 */
@NullMarked
package dev.lookahead.sim.tworoom;

import org.jspecify.annotations.NullMarked;
