/**
 * Random shooting: try many sequences, take the best. The baseline every other planner must beat;
 * for example the MPC of Nagabandi et al. (2018).
 */
@NullMarked
package dev.lookahead.planner.shooting;

import org.jspecify.annotations.NullMarked;
