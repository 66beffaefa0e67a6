/**
 * Recording episodes in embedded worlds for training: {@link
 * dev.lookahead.sim.collect.EpisodeCollector} lets scripted policies act and writes what was seen,
 * done and felt. Every episode depends on the recipe's seed and its own number alone, so collecting
 * can stop anywhere and continue later with the same bits.
 */
@NullMarked
package dev.lookahead.sim.collect;

import org.jspecify.annotations.NullMarked;
