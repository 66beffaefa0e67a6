/**
 * The command line and the composition root: every choice of model, planner, robot and engine is
 * made here and nowhere else.
 */
@NullMarked
package dev.lookahead.launch;

import org.jspecify.annotations.NullMarked;
