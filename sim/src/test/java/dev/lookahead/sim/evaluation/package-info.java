/** Tests of closed-loop evaluation. */
@NullMarked
package dev.lookahead.sim.evaluation;

import org.jspecify.annotations.NullMarked;
