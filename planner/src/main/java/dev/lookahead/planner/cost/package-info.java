/**
 * Costs a world model has never heard of, composed from outside: effort, smoothness, and the
 * weighted sum that adds them to the distance to the goal under a name each.
 */
@NullMarked
package dev.lookahead.planner.cost;

import org.jspecify.annotations.NullMarked;
