/**
 * Drawing what embedded worlds share: the map from world coordinates to pixels, and scenery made of
 * axis-aligned rectangles with exact coverage at their edges.
 *
 * <p>A frame of any size is drawn at that size, never resized from another, and by arithmetic
 * alone: the bytes are the same on every machine.
 */
@NullMarked
package dev.lookahead.sim.raster;

import org.jspecify.annotations.NullMarked;
