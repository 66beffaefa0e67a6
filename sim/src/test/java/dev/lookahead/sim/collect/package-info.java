/** Tests of collecting episodes. */
@NullMarked
package dev.lookahead.sim.collect;

import org.jspecify.annotations.NullMarked;
