/**
 * Simulated worlds: robots that can also be reset to a seed, set to a state and asked for a goal
 * image.
 */
@NullMarked
package dev.lookahead.sim;

import org.jspecify.annotations.NullMarked;
